// Proves that the check can fail: each of these spoils one good exchange in one way.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Contract } from './contract.mjs';
import { checkExchange } from './exchange.mjs';

const contract = new Contract(process.env.BALADY_CONTRACT);
const examples = contract.document.components.examples;
const good = {
  method: 'POST',
  path: '/v1/requests',
  query: {},
  requestHeaders: {
    'content-type': 'application/json',
    authorization: 'Bearer kept-out-of-the-record',
    'idempotency-key': '6a0f1c5e-4f3c-4a53-9be0-3b0c4c6d2f11',
  },
  requestBody: examples.Draft.value,
  status: 201,
  responseHeaders: { 'content-type': 'application/json' },
  responseBody: examples.UnderReview.value,
};
const limited = {
  ...good,
  status: 429,
  responseHeaders: { 'content-type': 'application/problem+json', 'retry-after': '60' },
  responseBody: examples.RateLimited.value,
};

function spoilt(record, change) {
  const copy = structuredClone(record);
  change(copy);
  return copy;
}
function refuses(name, record, change, sentence) {
  test(`refused: ${name}`, () => {
    const problems = checkExchange(contract, spoilt(record, change));
    assert.ok(problems.some(problem => problem.includes(sentence)), `"${sentence}" is not in ${JSON.stringify(problems)}`);
  });
}

test('accepted: a good exchange', () => assert.deepEqual(checkExchange(contract, good), []));
test('accepted: a good refusal', () => assert.deepEqual(checkExchange(contract, limited), []));

refuses('unknown member in the request', good, one => { one.requestBody.colour = 'red'; }, 'request body: must NOT have additional');
refuses('missing member in the request', good, one => { delete one.requestBody.answers; }, "required property 'answers'");
refuses('answer that is no text', good, one => { one.requestBody.answers.area = 12; }, 'request body/answers/area');
refuses('missing idempotency key', good, one => { delete one.requestHeaders['idempotency-key']; }, 'Idempotency-Key: missing');
refuses('idempotency key that is no UUID', good, one => { one.requestHeaders['idempotency-key'] = '12'; }, 'Idempotency-Key: must match');
refuses('missing token', good, one => { delete one.requestHeaders.authorization; }, 'a token is needed');
refuses('unknown query parameter', good, one => { one.query.debug = '1'; }, 'query parameter debug');
refuses('wrong media type of the request', good, one => { one.requestHeaders['content-type'] = 'text/plain'; }, 'media type "text/plain"');
refuses('unknown member in the reply', good, one => { one.responseBody.colour = 'red'; }, 'reply body: must NOT have additional');
refuses('missing member in the reply', good, one => { delete one.responseBody.state; }, "required property 'state'");
refuses('foreign word in the reply', good, one => { one.responseBody.state = 'lost'; }, 'reply body/state');
refuses('amount with a fraction', good, one => { one.responseBody.bill = { biller: '999', number: '4002600000', amountHalalas: 0.5, paid: false }; }, 'reply body/bill/amountHalalas');
refuses('wrong media type of the reply', good, one => { one.responseHeaders['content-type'] = 'text/html'; }, 'media type "text/html"');
refuses('reply without its body', good, one => { delete one.responseBody; }, 'reply body: missing');
refuses('status that the contract does not have', good, one => { one.status = 302; }, 'status 302');
refuses('429 without Retry-After', limited, one => { delete one.responseHeaders['retry-after']; }, 'Retry-After: missing');
refuses('problem with another status inside', limited, one => { one.responseBody.status = 500; }, 'reply body/status');
refuses('problem of an unknown type', limited, one => { one.responseBody.type = 'about:blank'; }, 'reply body/type');
refuses('success on an unknown path', good, one => { one.path = '/v1/wishes'; }, 'no such operation');

test('a request that broke the contract is the server\'s to refuse', () => {
  const refused = spoilt(good, one => {
    one.requestBody.colour = 'red';
    one.status = 400;
    one.responseHeaders = { 'content-type': 'application/problem+json' };
    one.responseBody = { type: 'https://balady.example/problems/malformed', title: 'Malformed', status: 400 };
  });
  assert.deepEqual(checkExchange(contract, refused), []);
});
