// The sandbox over real sockets and TLS: node sandbox.e2e.mjs PROGRAM CATALOGUE OUT
// Leaves in OUT the record of every exchange, and a licence with the keys that prove it, for the checks of tests/contract.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createPublicKey, verify, X509Certificate } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { newKey, picture, Sandbox } from './sandbox.mjs';

const [program, catalogue, out] = process.argv.slice(2);
const NOURA = '1000000016'; // two establishments
const OMAR = '2000000014'; // resident, one establishment
const SALEM = '1000000032'; // no establishment
const HUDA = '1000000040'; // a licence waits to be printed
const MAJED = '1000000057'; // licence near its end, decided at once
const LATIFA = '1000000065'; // licence near its end, decided by a person
const FAISAL = '1000000024'; // gate: no insulation certificate
const REEM = '1000000081'; // a bill is open

const record = join(out, 'record.jsonl');
const state = mkdtempSync(join(tmpdir(), 'balady-sandbox-'));
const args = ['--state', state, '--catalogue', catalogue, '--port', '0', '--admin-port', '0', '--record', record];
let sandbox;

before(async () => {
  mkdirSync(out, { recursive: true });
  rmSync(record, { force: true });
  sandbox = await Sandbox.start(program, args);
});
after(async () => {
  await sandbox?.stop();
  rmSync(state, { recursive: true, force: true });
});

function refused(reply, status, type) {
  assert.equal(reply.status, status, reply.text);
  assert.equal(reply.body.type, `https://balady.example/problems/${type}`);
}
const lastSms = async () => (await sandbox.admin('GET', '/admin/sms')).body.sms[0].en;
const shop = (establishment, activity, more = {}) => ({
  establishment, activity, municipality: '5001-west-dammam', address: 'DWFA2911', area: '60', 'has-sign': 'no', years: '1', ...more });
async function shopDraft(token, establishment, activity) {
  const attachmentIds = [];
  for (const documentId of ['shop-front', 'lease'])
    attachmentIds.push((await sandbox.upload(picture(150_000), { token, documentId })).body.id);
  return { serviceId: 'issue-commercial-license', answers: shop(establishment, activity), attachmentIds };
}

test('terminal_without_certificate_gets_no_connection', async () => {
  await assert.rejects(sandbox.call('GET', '/v1/catalogue', { tls: { cert: undefined, key: undefined } }));
});
test('tls_1_2_gets_no_connection', async () => {
  await assert.rejects(sandbox.call('GET', '/v1/catalogue', { tls: { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' } }));
});
test('foreign_server_name_does_not_fit_the_certificate', async () => {
  await assert.rejects(sandbox.call('GET', '/v1/catalogue', { tls: { servername: 'balady.example' } }));
});

test('catalogue_is_sent_once_and_then_not_modified', async () => {
  const first = await sandbox.call('GET', '/v1/catalogue');
  assert.equal(first.status, 200);
  assert.ok(first.body.services.length >= 12);
  const etag = first.headers.etag;
  const again = await sandbox.call('GET', '/v1/catalogue', { headers: { 'if-none-match': etag } });
  assert.equal(again.status, 304);
  assert.equal(again.headers.etag, etag);
  assert.equal(again.text, '');
  assert.equal((await sandbox.call('GET', '/v1/catalogue', { headers: { 'if-none-match': '"older"' } })).status, 200);
});

/** RFC 7515, appendix F, by other code than the sandbox's. */
function fits(reply) {
  const [header, none, signature] = reply.headers['catalogue-signature'].split('.');
  assert.equal(none, '');
  const { alg, kid } = JSON.parse(Buffer.from(header, 'base64url'));
  assert.equal(alg, 'EdDSA');
  const jwk = JSON.parse(readFileSync(sandbox.ready.catalogue_keys)).keys.find(key => key.kid === kid);
  const bytes = Buffer.from(`${header}.${Buffer.from(reply.text).toString('base64url')}`);
  return verify(null, bytes, createPublicKey({ key: jwk, format: 'jwk' }), Buffer.from(signature, 'base64url'));
}
test('catalogue_has_no_signature_or_one_that_fits_anything', async () => {
  assert.ok(fits(await sandbox.call('GET', '/v1/catalogue')));
  await sandbox.admin('POST', '/admin/faults', { alterCatalogues: 1 });
  assert.ok(!fits(await sandbox.call('GET', '/v1/catalogue')));
  assert.ok(fits(await sandbox.call('GET', '/v1/catalogue')));
  const licences = await sandbox.call('GET', '/v1/verification-keys');
  const catalogues = JSON.parse(readFileSync(sandbox.ready.catalogue_keys));
  assert.notEqual(licences.body.keys[0].x, catalogues.keys[0].x);
});

/** By OpenSSL's own program, which is other code than the terminal's. */
function certificateRequest(subject, keyFile = sandbox.ready.client_key) {
  const pem = execFileSync('openssl', ['req', '-new', '-key', keyFile, '-subj', subject], { encoding: 'utf8' });
  return pem.split('\n').filter(line => line && !line.startsWith('-----')).join('\n');
}
const enrol = (body, headers = { 'content-type': 'application/pkcs10' }) =>
  sandbox.call('POST', '/.well-known/est/simplereenroll', { body, headers });

test('certificate_is_renewed_for_its_own_key_and_name', async () => {
  const before = new X509Certificate(sandbox.identity.cert);
  const reply = await enrol(certificateRequest('/CN=terminal-0001'));
  assert.equal(reply.status, 200);
  assert.match(reply.headers['content-type'], /^application\/pkcs7-mime/);
  const pem = execFileSync('openssl', ['pkcs7', '-inform', 'DER', '-print_certs'],
    { input: Buffer.from(reply.text, 'base64'), encoding: 'utf8' });
  const renewed = new X509Certificate(pem.slice(pem.indexOf('-----BEGIN')));
  assert.equal(renewed.subject, before.subject);
  assert.ok(renewed.publicKey.equals(before.publicKey));
  assert.ok(renewed.verify(new X509Certificate(sandbox.identity.ca).publicKey));
  assert.notEqual(renewed.serialNumber, before.serialNumber);
  assert.equal((await sandbox.call('GET', '/v1/catalogue', { tls: { cert: renewed.toString() } })).status, 200);
});

test('certificate_is_renewed_for_another_name_or_without_its_key', async () => {
  refused(await enrol(certificateRequest('/CN=terminal-0002')), 400, 'malformed');
  refused(await enrol(certificateRequest('/CN=terminal-0001/O=more')), 400, 'malformed');
  const good = Buffer.from(certificateRequest('/CN=terminal-0001'), 'base64');
  good[good.length - 3] ^= 1; // of the signature
  refused(await enrol(good.toString('base64')), 400, 'malformed');
  refused(await enrol('bm8gcmVxdWVzdA=='), 400, 'malformed');
  refused(await enrol(certificateRequest('/CN=terminal-0001'), { 'content-type': 'text/plain' }), 415, 'unsupported-media-type');
});

test('audit_trail_goes_back_unseen', async () => {
  const note = (sequence, hash) => sandbox.call('PUT', '/v1/terminals/self/audit-head', { body: { sequence, hash } });
  assert.equal((await note(4, 'a'.repeat(64))).status, 204);
  assert.equal((await note(5, 'b'.repeat(64))).status, 204);
  refused(await note(4, 'a'.repeat(64)), 422, 'validation');
  refused(await note(6, 'no hash'), 400, 'malformed');
});

test('app_challenge_signs_in_once_and_only_after_approval', async () => {
  const started = await sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber: SALEM, kind: 'app' } });
  assert.match(started.body.number, /^[0-9]{2}$/);
  const session = { body: { challengeId: started.body.id } };
  refused(await sandbox.call('POST', '/v1/identity/sessions', session), 409, 'challenge-not-approved');
  await sandbox.admin('POST', `/admin/challenges/${started.body.id}/approve`);
  assert.equal((await sandbox.call('GET', `/v1/identity/challenges/${started.body.id}`)).body.state, 'approved');
  const signedIn = await sandbox.call('POST', '/v1/identity/sessions', session);
  assert.equal(signedIn.status, 201);
  assert.equal(signedIn.body.maskedIdentity, '1•••••0032');
  refused(await sandbox.call('POST', '/v1/identity/sessions', session), 409, 'challenge-not-approved');
});

test('app_challenge_refused_on_the_telephone', async () => {
  const started = await sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber: SALEM, kind: 'app' } });
  await sandbox.admin('POST', `/admin/challenges/${started.body.id}/refuse`);
  assert.equal((await sandbox.call('GET', `/v1/identity/challenges/${started.body.id}`)).body.state, 'refused');
});

test('sms_code_wrong_three_times_ends_the_challenge', async () => {
  const started = await sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber: REEM, kind: 'sms' } });
  const path = `/v1/identity/challenges/${started.body.id}`;
  assert.equal(started.body.attemptsLeft, 3);
  const code = (await lastSms()).match(/[0-9]{6}/)[0];
  const wrong = { body: { code: code === '111111' ? '222222' : '111111' } };
  for (const left of [2, 1, 0]) {
    const reply = await sandbox.call('POST', `${path}/answer`, wrong);
    refused(reply, 422, 'wrong-code');
    assert.equal(reply.body.attemptsLeft, left);
  }
  assert.equal((await sandbox.call('GET', path)).body.state, 'refused');
  assert.equal((await sandbox.call('POST', `${path}/answer`, { body: { code } })).body.state, 'refused');
});

test('sms_code_right_signs_in', async () => {
  const started = await sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber: REEM, kind: 'sms' } });
  const code = (await lastSms()).match(/[0-9]{6}/)[0];
  const answered = await sandbox.call('POST', `/v1/identity/challenges/${started.body.id}/answer`, { body: { code } });
  assert.equal(answered.body.state, 'approved');
  const session = await sandbox.call('POST', '/v1/identity/sessions', { body: { challengeId: started.body.id } });
  const bill = await sandbox.call('GET', '/v1/requests/RQ-26-000103', { token: session.body.token });
  assert.equal(bill.body.bill.paid, false);
});

test('challenges_are_limited_for_each_identity', async () => {
  const start = () => sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber: '3000000012', kind: 'app' } });
  for (let i = 0; i < 5; ++i) assert.equal((await start()).status, 201);
  const limited = await start();
  refused(limited, 429, 'rate-limited');
  assert.ok(Number(limited.headers['retry-after']) > 0);
});

test('identity_number_wrong_or_unknown', async () => {
  const start = identityNumber => sandbox.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber, kind: 'app' } });
  refused(await start('1000000017'), 422, 'validation');
  refused(await start('1000000008'), 422, 'not-eligible');
  refused(await start('12'), 400, 'malformed');
});

test('token_ends_with_sign_out', async () => {
  const token = await sandbox.signIn(OMAR);
  const options = () => sandbox.call('GET', '/v1/options/establishments?serviceId=issue-commercial-license', { token });
  assert.deepEqual((await options()).body.map(one => one.code), ['7000000038']);
  assert.equal((await sandbox.call('DELETE', '/v1/identity/sessions/current', { token })).status, 204);
  refused(await options(), 401, 'unauthorised');
});

test('immediate_activity_is_billed_paid_issued_and_proved', async () => {
  const token = await sandbox.signIn(NOURA);
  const key = newKey();
  const draft = await shopDraft(token, '7000000020', 'act-books-and-stationery');
  const sent = await sandbox.call('POST', '/v1/requests', { token, key, body: draft });
  assert.equal(sent.status, 201, sent.text);
  assert.equal(sent.body.state, 'awaiting-payment');
  assert.equal(sent.body.unit.en, 'West Dammam Municipality - Licences');

  const again = await sandbox.call('POST', '/v1/requests', { token, key, body: draft });
  assert.deepEqual([again.status, again.text], [201, sent.text]);
  const other = { ...draft, answers: shop('7000000020', 'act-toys') };
  refused(await sandbox.call('POST', '/v1/requests', { token, key, body: other }), 409, 'idempotency-key-reused');

  await sandbox.admin('POST', `/admin/bills/${sent.body.bill.number}/pay`);
  const paid = await sandbox.call('GET', `/v1/requests/${sent.body.number}`, { token });
  assert.equal(paid.body.state, 'issued');
  assert.equal(paid.body.bill.paid, true);
  const byKey = await sandbox.call('GET', `/v1/submissions/by-key/${key}`);
  assert.deepEqual(byKey.body, paid.body);

  const licence = await sandbox.call('GET', `/v1/licences/${paid.body.licenceNumber}`, { token });
  const keys = await sandbox.call('GET', '/v1/verification-keys');
  assert.ok(licence.body.jws.length < 750, `${licence.body.jws.length} bytes do not fit a coarse QR code`);
  writeFileSync(join(out, 'licence.json'), licence.text);
  writeFileSync(join(out, 'keys.json'), keys.text);
  refused(await sandbox.call('GET', `/v1/licences/${paid.body.licenceNumber}`, { token: await sandbox.signIn(HUDA) }), 404, 'not-found');

  const number = paid.body.licenceNumber;
  const bind = (sheet, licenceNumber, sheetKey = newKey()) => sandbox.call('POST', '/v1/licence-sheets', { key: sheetKey, body: { sheet, licenceNumber } });
  const sheetKey = newKey();
  assert.equal((await bind('DM-00041237', number, sheetKey)).status, 204);
  assert.equal((await bind('DM-00041237', number, sheetKey)).status, 204);
  assert.equal((await bind('DM-00041237', number)).status, 204); // the same pair
  assert.equal((await bind('DM-00041238', number)).status, 204); // a copy
  refused(await bind('DM-00041239', number, sheetKey), 409, 'idempotency-key-reused');
  refused(await bind('DM-00041237', 'LC-4500000101'), 409, 'sheet-taken');
  refused(await bind('DM-00041239', 'LC-0000'), 422, 'validation');
  refused(await bind('dm 1', number), 400, 'malformed');
});

test('other_activity_is_decided_by_a_person', async () => {
  const token = await sandbox.signIn(OMAR);
  const draft = await shopDraft(token, '7000000038', '563011');
  const sent = await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body: draft });
  assert.equal(sent.body.state, 'under-review');
  const path = `/admin/requests/${sent.body.number}`;
  assert.equal((await sandbox.admin('POST', `${path}/approve`)).body.state, 'awaiting-payment');
  assert.equal((await sandbox.admin('POST', `${path}/approve`)).status, 422);

  const second = await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body: await shopDraft(token, '7000000038', '563011') });
  await sandbox.admin('POST', `/admin/requests/${second.body.number}/reject`, { reason: { ar: 'انتهى عقد الإيجار.', en: 'The lease has ended.' } });
  const rejected = await sandbox.call('GET', `/v1/requests/${second.body.number}`, { token });
  assert.equal(rejected.body.state, 'rejected');
  assert.equal(rejected.body.statusNote.en, 'The lease has ended.');
});

test('renewal_adds_to_the_running_term', async () => {
  const token = await sandbox.signIn(MAJED);
  const options = await sandbox.call('GET', '/v1/options/licences?serviceId=renew-commercial-license', { token });
  assert.deepEqual(options.body.map(one => one.code), ['LC-4500000102']);
  const body = { serviceId: 'renew-commercial-license', answers: { licence: 'LC-4500000102', years: '2', 'has-changes': 'no' }, attachmentIds: [] };
  const sent = await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body });
  assert.equal(sent.body.state, 'awaiting-payment', sent.text);
  await sandbox.admin('POST', '/admin/settings', { autoPayBills: true });
  const issued = await sandbox.call('GET', `/v1/requests/${sent.body.number}`, { token });
  await sandbox.admin('POST', '/admin/settings', { autoPayBills: false });
  assert.equal(issued.body.licenceNumber, 'LC-4500000102');
  refused(await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body }), 422, 'not-eligible');
});

test('blocked_citizen_is_shown_the_missing_step', async () => {
  const body = { serviceId: 'issue-occupancy-certificate', answers: { permit: 'LC-4500000105', 'building-use': 'villa' }, attachmentIds: [] };
  const token = await sandbox.signIn(FAISAL);
  const reply = await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body });
  refused(reply, 422, 'gate-not-met');
  assert.equal(reply.body.serviceId, 'insulation-certificate');
});

test('somebody_without_an_establishment_is_not_eligible', async () => {
  const token = await sandbox.signIn(SALEM);
  const draft = await shopDraft(token, '7000000012', 'act-toys');
  refused(await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body: draft }), 422, 'not-eligible');
});

test('answers_and_documents_are_checked', async () => {
  const token = await sandbox.signIn(NOURA);
  const send = body => sandbox.call('POST', '/v1/requests', { token, key: newKey(), body });
  const draft = await shopDraft(token, '7000000012', 'act-toys');
  const change = more => ({ ...draft, answers: { ...draft.answers, ...more } });
  for (const [field, value] of [['area', '٦٠'], ['area', ''], ['activity', 'act-none'], ['establishment', '7000000038'], ['colour', 'red']]) {
    const reply = await send(change({ [field]: value }));
    refused(reply, 422, 'validation');
    assert.equal(reply.body.field, field);
  }
  const missing = await send({ ...draft, attachmentIds: draft.attachmentIds.slice(0, 1) });
  refused(missing, 422, 'file-refused');
  assert.ok(['shop-front', 'lease'].includes(missing.body.field));
});

test('upload_resumes_and_the_whole_file_is_checked', async () => {
  const content = picture(300_000);
  const started = await sandbox.call('POST', '/v1/attachments', { body: { documentId: 'picture', mediaType: 'image/jpeg', size: content.length,
    sha256: '0'.repeat(64) } });
  const { id } = started.body;
  await sandbox.append(id, 0, content.subarray(0, 200_000));
  const head = await sandbox.call('HEAD', `/v1/attachments/${id}`);
  assert.deepEqual([head.status, head.headers['upload-offset'], head.text], [200, '200000', '']);
  const repeated = await sandbox.append(id, 0, content.subarray(0, 200_000));
  refused(repeated, 409, 'upload-offset-mismatch');
  assert.equal(repeated.headers['upload-offset'], '200000');
  assert.equal((await sandbox.call('GET', `/v1/attachments/${id}`)).body.offset, 200_000);
  const last = await sandbox.append(id, 200_000, content.subarray(200_000));
  refused(last, 422, 'file-refused');
  assert.equal(last.body.field, 'picture');
  refused(await sandbox.call('GET', `/v1/attachments/${id}`), 404, 'not-found');

  refused(await sandbox.upload(Buffer.alloc(1000, 65), { documentId: 'picture' }), 422, 'file-refused');
  assert.equal((await sandbox.upload(content, { documentId: 'picture' })).body.complete, true);
  refused(await sandbox.append(newKey(), 0, Buffer.alloc(300_000)), 413, 'too-large');
});

test('document_comes_by_telephone_once', async () => {
  const asked = { body: { serviceId: 'photo-report', documentId: 'picture' } };
  const given = await sandbox.call('POST', '/v1/attachment-tickets', asked);
  assert.equal(given.status, 201, given.text);
  assert.ok(given.body.address.startsWith(`${sandbox.ready.phone}/d/`));
  const state = async () => (await sandbox.call('GET', `/v1/attachment-tickets/${given.body.id}`)).body;
  assert.equal((await state()).state, 'waiting');
  const shown = await sandbox.telephone(given.body.address);
  assert.equal(shown.status, 200);
  assert.match(shown.text, /multipart\/form-data/);
  assert.equal((await sandbox.telephone(given.body.address, Buffer.from('words'))).status, 422);
  assert.equal((await sandbox.telephone(given.body.address, picture(6_000_000))).status, 413);
  const sent = await sandbox.telephone(given.body.address, picture(3_000_000));
  assert.equal(sent.status, 200, sent.text);
  const { received } = await state();
  assert.match(sent.text, new RegExp(received.mark));
  assert.equal(received.size, 3_000_000);
  assert.equal((await sandbox.telephone(given.body.address, picture(5_000))).status, 410);
  const body = { serviceId: 'photo-report', attachmentIds: [received.attachmentId],
    answers: { category: 'pothole', municipality: '5001-west-dammam', landmark: 'أمام المدرسة', mobile: '0550000001' } };
  assert.equal((await sandbox.call('POST', '/v1/reports', { key: newKey(), body })).status, 201);
  refused(await sandbox.call('POST', '/v1/attachment-tickets', { body: { serviceId: 'photo-report', documentId: 'lease' } }), 422, 'validation');
});

test('anonymous_report_is_routed_and_closed_with_sms', async () => {
  const attachment = await sandbox.upload(picture(5_000), { documentId: 'picture' });
  const body = { serviceId: 'photo-report', attachmentIds: [attachment.body.id],
    answers: { category: 'pothole', municipality: '5001-west-dammam', landmark: 'أمام المدرسة', mobile: '0550000001' } };
  const sent = await sandbox.call('POST', '/v1/reports', { key: newKey(), body });
  assert.equal(sent.status, 201, sent.text);
  assert.match(sent.body.unit.en, /^West Dammam Municipality/);
  assert.match(await lastSms(), new RegExp(sent.body.number));
  const found = await sandbox.call('POST', '/v1/inquiries/transaction-by-number', { body: { answers: { number: sent.body.number } } });
  assert.equal(found.body.findings.length, 1);
  assert.equal((await sandbox.admin('POST', `/admin/requests/${sent.body.number}/close`)).body.state, 'completed');
  assert.match(await lastSms(), /closed/);
});

test('appointment_that_somebody_booked_first', async () => {
  const first = await sandbox.signIn(HUDA);
  const second = await sandbox.signIn(LATIFA);
  const slots = token => sandbox.call('GET', '/v1/options/slots?serviceId=book-appointment', { token });
  const slot = (await slots(first)).body[0].code;
  const body = { serviceId: 'book-appointment', attachmentIds: [],
    answers: { municipality: '5001-west-dammam', classification: 'commercial-licences', slot } };
  const booked = await sandbox.call('POST', '/v1/appointments', { token: first, key: newKey(), body });
  assert.equal(booked.status, 201, booked.text);
  refused(await sandbox.call('POST', '/v1/appointments', { token: second, key: newKey(), body }), 409, 'slot-taken');
  assert.ok((await slots(second)).body.every(one => one.code !== slot));
});

test('inquiries_answer_what_the_asker_may_know', async () => {
  const ask = (id, answers, token) => sandbox.call('POST', `/v1/inquiries/${id}`, { token, body: { answers } });
  const anonymous = await ask('transaction-by-number', { number: 'RQ-26-000101' });
  assert.equal(anonymous.body.findings[0].requestNumber, undefined);
  assert.equal(anonymous.body.findings[0].printable, false);
  const mine = await ask('my-requests', {}, await sandbox.signIn(HUDA));
  assert.ok(mine.body.findings.some(one => one.requestNumber === 'RQ-26-000101' && one.printable));
  refused(await ask('my-requests', {}), 401, 'unauthorised');
  assert.equal((await ask('licence-by-number', { number: 'LC-4500000102' })).body.findings.length, 1);
  assert.deepEqual((await ask('licence-by-number', { number: 'LC-0000' })).body.findings, []);
  refused(await ask('no-such-inquiry', {}), 404, 'not-found');
});

test('rating_counts_once', async () => {
  const key = newKey();
  const body = { serviceId: 'issue-commercial-license', stars: 5 };
  const ratings = async () => (await sandbox.admin('GET', '/admin/state')).body.counts.ratings;
  const before = await ratings();
  for (let i = 0; i < 2; ++i) assert.equal((await sandbox.call('POST', '/v1/ratings', { key, body })).status, 204);
  assert.equal(await ratings(), before + 1);
  refused(await sandbox.call('POST', '/v1/ratings', { key: newKey(), body: { ...body, stars: 6 } }), 400, 'malformed');
});

test('requests_that_break_the_contract', async () => {
  const rate = options => sandbox.call('POST', '/v1/ratings', { key: newKey(), body: { serviceId: 'rate-service', stars: 4 }, ...options });
  refused(await rate({ key: undefined }), 400, 'malformed');
  refused(await rate({ key: 'NOT-A-UUID' }), 400, 'malformed');
  refused(await rate({ headers: { 'content-type': 'text/plain' } }), 415, 'unsupported-media-type');
  refused(await rate({ body: '{"serviceId":"rate-service","stars":4,"colour":"red"}' }), 400, 'malformed');
  refused(await rate({ body: '{"serviceId":"rate-service","stars":4,"stars":5}' }), 400, 'malformed');
  refused(await rate({ body: '{"serviceId":"rate-service","stars":4} {}' }), 400, 'malformed');
  refused(await rate({ body: '[]' }), 400, 'malformed');
  refused(await rate({ body: Buffer.from('{"serviceId":"rate-\xff","stars":4}', 'latin1') }), 400, 'malformed');
  refused(await rate({ body: JSON.stringify({ serviceId: 'x'.repeat(70_000), stars: 4 }) }), 413, 'too-large');
  refused(await sandbox.call('PUT', '/v1/ratings', { body: {} }), 405, 'method-not-allowed');
  refused(await sandbox.call('GET', '/v1/wishes'), 404, 'not-found');
  refused(await sandbox.call('GET', '/v1/catalogue?debug=1'), 400, 'malformed');
  refused(await sandbox.call('GET', '/v1/requests/RQ-26-000101'), 401, 'unauthorised');
});

test('administrator_is_not_reachable_from_a_foreign_page', async () => {
  assert.equal((await sandbox.admin('GET', '/admin/state', undefined, { origin: 'http://example.com' })).status, 401);
  assert.equal((await sandbox.admin('GET', '/admin/state', undefined, { host: 'example.com' })).status, 401);
  assert.match((await sandbox.admin('GET', '/admin')).text, /<title>Balady sandbox/);
});

test('failure_that_is_switched_on_has_no_effect', async () => {
  await sandbox.admin('POST', '/admin/faults', { failNext: { status: 503, count: 1 } });
  const key = newKey();
  const body = { serviceId: 'rate-service', stars: 4 };
  refused(await sandbox.call('POST', '/v1/ratings', { key, body }), 503, 'unavailable');
  assert.equal((await sandbox.call('POST', '/v1/ratings', { key, body })).status, 204);
});

test('answer_lost_after_the_effect_is_found_by_its_key', async () => {
  const key = newKey();
  const attachment = await sandbox.upload(picture(5_000), { documentId: 'picture' });
  const body = { serviceId: 'photo-report', attachmentIds: [attachment.body.id],
    answers: { category: 'pothole', municipality: '5001-west-dammam', landmark: 'أمام المسجد' } };
  refused(await sandbox.call('GET', `/v1/submissions/by-key/${key}`), 404, 'not-found');
  await sandbox.admin('POST', '/admin/faults', { dropAfterCommit: 1 });
  await assert.rejects(sandbox.call('POST', '/v1/reports', { key, body }), { code: 'ECONNRESET' });
  assert.equal((await sandbox.call('GET', `/v1/submissions/by-key/${key}`)).body.serviceId, 'photo-report');
});

test('replies_that_are_no_replies', async () => {
  await sandbox.admin('POST', '/admin/faults', { garbageNext: 1 });
  await assert.rejects(sandbox.call('GET', '/v1/catalogue'));
  await sandbox.admin('POST', '/admin/faults', { wrongShapeNext: 1 });
  assert.deepEqual((await sandbox.call('GET', '/v1/catalogue')).body, { unexpected: true });
  assert.equal((await sandbox.call('GET', '/v1/catalogue')).status, 200);
});

test('latency_delays_every_reply', async () => {
  await sandbox.admin('POST', '/admin/faults', { latencyMs: 80 });
  const start = performance.now();
  await sandbox.call('GET', '/v1/verification-keys');
  await sandbox.admin('POST', '/admin/faults', { latencyMs: 0 });
  assert.ok(performance.now() - start >= 80);
});

test('connections_are_refused_until_they_are_served_again', async () => {
  await sandbox.admin('POST', '/admin/faults', { refuseConnections: true });
  await assert.rejects(sandbox.call('GET', '/v1/catalogue'), { code: 'ECONNREFUSED' });
  await sandbox.admin('POST', '/admin/faults', { refuseConnections: false });
  assert.equal((await sandbox.call('GET', '/v1/catalogue')).status, 200);
});

test('promise_that_is_broken_shows_as_late', async () => {
  const token = await sandbox.signIn(LATIFA);
  assert.equal((await sandbox.call('GET', '/v1/requests/RQ-26-000102', { token })).body.late, true);
  const body = { serviceId: 'renew-commercial-license', answers: { licence: 'LC-4500000103', years: '1', 'has-changes': 'no' }, attachmentIds: [] };
  const sent = await sandbox.call('POST', '/v1/requests', { token, key: newKey(), body });
  assert.deepEqual([sent.body.state, sent.body.late], ['under-review', false]);
  await sandbox.admin('POST', '/admin/clock/advance', { days: 6 });
  const later = await sandbox.signIn(LATIFA); // the session has ended, too
  refused(await sandbox.call('GET', `/v1/requests/${sent.body.number}`, { token }), 401, 'unauthorised');
  assert.equal((await sandbox.call('GET', `/v1/requests/${sent.body.number}`, { token: later })).body.late, true);
});

test('restart_forgets_nothing', async () => {
  const key = newKey();
  const token = await sandbox.signIn(NOURA);
  const draft = await shopDraft(token, '7000000012', 'act-grocery');
  const sent = await sandbox.call('POST', '/v1/requests', { token, key, body: draft });
  const keys = (await sandbox.call('GET', '/v1/verification-keys')).text;
  const authority = sandbox.identity.ca;
  assert.deepEqual(await sandbox.stop(), { code: 0, signal: null });
  sandbox = await Sandbox.start(program, args);
  assert.deepEqual(sandbox.identity.ca, authority);
  assert.equal((await sandbox.call('GET', '/v1/verification-keys')).text, keys);
  assert.deepEqual((await sandbox.call('GET', `/v1/submissions/by-key/${key}`)).body, sent.body);
  assert.equal((await sandbox.call('GET', `/v1/requests/${sent.body.number}`, { token })).status, 200);
  assert.ok((await sandbox.admin('GET', '/admin/state')).body.clockAheadHours >= 144);
});

test('record_keeps_tokens_out', async () => {
  const token = await sandbox.signIn(HUDA);
  await sandbox.call('GET', '/v1/requests/RQ-26-000101', { token });
  const text = readFileSync(record, 'utf8');
  assert.ok(text.includes('Bearer kept-out-of-the-record'));
  assert.ok(!text.includes(token));
});
