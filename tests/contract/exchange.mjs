// One recorded exchange against the contract: the request where the server took it, and always the reply.
import { fromText } from './contract.mjs';

/** The server answers these when the request broke the contract, which is then its right and not a problem. */
const BROKEN_REQUEST = new Set([400, 405, 413, 415]);

const mediaType = headers => (headers['content-type'] ?? '').split(';')[0].trim();

function bytesOf(record, name) {
  return Buffer.from(record[name + 'Base64Url'] ?? '', 'base64url');
}
function hasBody(record, name) {
  return record[name] !== undefined || record[name + 'Base64Url'] !== undefined;
}

function checkContent(contract, where, content, headers, record, name) {
  const type = mediaType(headers);
  const media = content[type];
  if (!media) return [`${where}: media type "${type}" is not one of ${Object.keys(content).join(', ')}`];
  if (type.endsWith('json')) {
    if (record[name] === undefined) return [`${where}: not JSON`];
    return contract.check(where, contract.resolve(media.schema), record[name]);
  }
  const size = bytesOf(record, name).length;
  const { minLength = 0, maxLength = Infinity } = media.schema ?? {};
  return size < minLength || size > maxLength ? [`${where}: ${size} bytes are not within ${minLength}..${maxLength}`] : [];
}

function checkParameters(contract, operation, record) {
  const found = {
    path: operation.match(record.path),
    query: record.query,
    header: record.requestHeaders,
  };
  const problems = [];
  for (const parameter of operation.parameters) {
    const name = parameter.in === 'header' ? parameter.name.toLowerCase() : parameter.name;
    const text = found[parameter.in][name];
    const where = `request ${parameter.in} parameter ${parameter.name}`;
    if (text === undefined) {
      if (parameter.required) problems.push(`${where}: missing`);
      continue;
    }
    const schema = contract.resolve(parameter.schema);
    problems.push(...contract.check(where, schema, fromText(text, schema)));
  }
  const known = new Set(operation.parameters.filter(one => one.in === 'query').map(one => one.name));
  for (const name of Object.keys(record.query))
    if (!known.has(name)) problems.push(`request query parameter ${name}: unknown`);
  return problems;
}

function checkRequest(contract, operation, record) {
  const problems = checkParameters(contract, operation, record);
  const token = record.requestHeaders.authorization;
  if (record.status !== 401 && operation.needsToken() && !token) problems.push('request: a token is needed');
  if (token && !operation.takesToken()) problems.push('request: a token where none is asked for');
  if (token && !/^Bearer [A-Za-z0-9._~+/=-]+$/.test(token)) problems.push('request: not a bearer token');
  const body = contract.resolve(operation.description.requestBody);
  if (!body && hasBody(record, 'requestBody')) problems.push('request body: there is one where none is asked for');
  if (body) {
    if (hasBody(record, 'requestBody'))
      problems.push(...checkContent(contract, 'request body', body.content, record.requestHeaders, record, 'requestBody'));
    else if (body.required) problems.push('request body: missing');
  }
  return problems;
}

function checkReply(contract, operation, record) {
  const response = operation.response(record.status);
  if (!response) return [`reply: status ${record.status} is not in the contract`];
  const problems = [];
  for (const [name, reference] of Object.entries(response.headers ?? {})) {
    const header = contract.resolve(reference);
    const text = record.responseHeaders[name.toLowerCase()];
    if (text === undefined) {
      if (header.required) problems.push(`reply header ${name}: missing`);
      continue;
    }
    const schema = contract.resolve(header.schema);
    problems.push(...contract.check(`reply header ${name}`, schema, fromText(text, schema)));
  }
  if (operation.method === 'head') return problems;
  if (response.content)
    problems.push(...(hasBody(record, 'responseBody')
      ? checkContent(contract, 'reply body', response.content, record.responseHeaders, record, 'responseBody')
      : ['reply body: missing']));
  else if (hasBody(record, 'responseBody')) problems.push('reply body: there is one where the contract has none');
  if (record.status >= 400 && record.responseBody?.status !== undefined && record.responseBody.status !== record.status)
    problems.push(`reply body/status: ${record.responseBody.status} in a reply with status ${record.status}`);
  return problems;
}

/** Sentences that say what is wrong with the exchange; none when it keeps the contract. */
export function checkExchange(contract, record) {
  const operation = contract.find(record.method, record.path);
  if (!operation) {
    if (record.status !== 404 && record.status !== 405)
      return [`no such operation, and yet the reply is ${record.status}`];
    return contract.check('reply body', contract.document.components.schemas.Problem, record.responseBody);
  }
  const problems = BROKEN_REQUEST.has(record.status) ? [] : checkRequest(contract, operation, record);
  // A reply that was spoilt by a switched-on fault breaks the contract on purpose.
  return record.fault ? problems : [...problems, ...checkReply(contract, operation, record)];
}
