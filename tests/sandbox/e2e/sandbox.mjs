// Starts a balady-sandbox of its own and speaks to it as a terminal (HTTPS with the client certificate) and as its
// administrator. Node's own modules only: a second implementation of HTTP and TLS than the one that the server uses.
import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import http from 'node:http';
import https from 'node:https';
import { createInterface } from 'node:readline';

/** A request that has not been answered after so long is a failure, not a reason to wait on. */
const DEADLINE_MS = 20_000;

function exchange(transport, url, options, body) {
  return new Promise((resolve, reject) => {
    const request = transport.request(url, { ...options, timeout: DEADLINE_MS }, response => {
      const chunks = [];
      response.on('data', chunk => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({ status: response.statusCode, headers: response.headers, text, body: isJson && text ? JSON.parse(text) : undefined });
      });
    });
    request.on('timeout', () => request.destroy(new Error('no answer in time')));
    request.on('error', reject);
    request.end(body);
  });
}

export class Sandbox {
  /** `program` with `args`; resolves when it says that it is ready. */
  static async start(program, args) {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const ended = new Promise(resolve => child.on('exit', (code, signal) => resolve({ code, signal })));
    const first = new Promise(resolve => createInterface({ input: child.stdout }).once('line', resolve));
    const line = await Promise.race([first, ended.then(end => Promise.reject(new Error(`ended early: ${JSON.stringify(end)}`)))]);
    return new Sandbox(child, ended, JSON.parse(line));
  }

  constructor(child, ended, ready) {
    this.child = child;
    this.ended = ended;
    this.ready = ready;
    this.identity = {
      ca: readFileSync(ready.ca), cert: readFileSync(ready.client_certificate), key: readFileSync(ready.client_key),
      // One connection for each request: a broken one must not colour the next.
      agent: false, minVersion: 'TLSv1.3',
    };
  }

  stop() {
    this.child.kill('SIGTERM');
    return this.ended;
  }

  /** One request as the terminal. `options`: token, key, headers, body (JSON, text or Buffer), tls. */
  call(method, path, { token, key, headers = {}, body, tls } = {}) {
    const raw = typeof body === 'string' || Buffer.isBuffer(body);
    const payload = body === undefined || raw ? body : JSON.stringify(body);
    const all = { ...headers };
    if (payload !== undefined && !all['content-type']) all['content-type'] = 'application/json';
    if (payload !== undefined) all['content-length'] = Buffer.byteLength(payload);
    if (token) all.authorization = `Bearer ${token}`;
    if (key) all['idempotency-key'] = key;
    return exchange(https, this.ready.url + path, { ...this.identity, ...tls, method, headers: all }, payload);
  }

  /** One request as the administrator. */
  admin(method, path, body, headers = {}) {
    const payload = body === undefined ? undefined : JSON.stringify(body);
    const all = payload === undefined ? headers : { 'content-type': 'application/json', ...headers };
    return exchange(http, this.ready.admin + path, { agent: false, method, headers: all }, payload);
  }

  /** What a telephone's browser does at an address: opens it, or sends its form with a file. No client certificate. */
  telephone(address, file) {
    const options = { ca: this.identity.ca, agent: false };
    if (file === undefined) return exchange(https, address, { ...options, method: 'GET' });
    const edge = 'edge-of-a-part';
    const body = Buffer.concat([
      Buffer.from(`--${edge}\r\nContent-Disposition: form-data; name="file"; filename="a"\r\nContent-Type: application/octet-stream\r\n\r\n`),
      file, Buffer.from(`\r\n--${edge}--\r\n`)]);
    return exchange(https, address, { ...options, method: 'POST', headers: { 'content-type': `multipart/form-data; boundary=${edge}`, 'content-length': body.length } }, body);
  }

  /** Signs a demo citizen in by the app, with the administrator's finger on the telephone. */
  async signIn(identityNumber) {
    const started = await this.call('POST', '/v1/identity/challenges', { key: newKey(), body: { identityNumber, kind: 'app' } });
    await this.admin('POST', `/admin/challenges/${started.body.id}/approve`);
    const session = await this.call('POST', '/v1/identity/sessions', { body: { challengeId: started.body.id } });
    return session.body.token;
  }

  /** Sends a file in chunks; resolves to the last reply. */
  async upload(content, { token, documentId, mediaType = 'image/jpeg', sha256, chunk = 100_000 } = {}) {
    const announced = { documentId, mediaType, size: content.length, sha256: sha256 ?? createHash('sha256').update(content).digest('hex') };
    let reply = await this.call('POST', '/v1/attachments', { token, body: announced });
    while (reply.status < 400 && !reply.body.complete) {
      const offset = reply.body.offset;
      reply = await this.append(reply.body.id, offset, content.subarray(offset, offset + chunk), token);
    }
    return reply;
  }

  append(id, offset, bytes, token) {
    return this.call('PATCH', `/v1/attachments/${id}`,
      { token, body: bytes, headers: { 'content-type': 'application/octet-stream', 'upload-offset': String(offset) } });
  }
}

/** Bytes that begin like a JPEG file. */
export function picture(size, fill = 7) {
  const content = Buffer.alloc(size, fill);
  Buffer.from([0xff, 0xd8, 0xff, 0xe0]).copy(content);
  return content;
}

export const newKey = () => randomUUID();
