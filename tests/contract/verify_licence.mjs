// Verifies a licence with an independent JOSE library: node verify_licence.mjs CONTRACT.yaml LICENCE.json KEYS.json
// LICENCE.json is the reply of `licence`, KEYS.json that of `verificationKeys`. Prints the claims.
import { webcrypto } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { compactVerify, createLocalJWKSet } from 'jose';
import { Contract } from './contract.mjs';

globalThis.crypto ??= webcrypto; // Debian's Node.js 18 has it only under its module's name; jose asks for the global

const files = process.argv.slice(2);
if (files.length !== 3) {
  console.error('usage: node verify_licence.mjs CONTRACT.yaml LICENCE.json KEYS.json');
  process.exit(2);
}
const contract = new Contract(files[0]);
const [licence, keys] = files.slice(1).map(file => JSON.parse(readFileSync(file, 'utf8')));

const problems = [];
try {
  const { payload, protectedHeader } = await compactVerify(licence.jws, createLocalJWKSet(keys), { algorithms: ['EdDSA'] });
  if (!protectedHeader.kid) problems.push('the header has no kid');
  const claims = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(payload));
  problems.push(...contract.check('claims', contract.document.components.schemas.LicenceClaims, claims));
  if (claims.sub !== licence.number) problems.push('the signed number is another one');
  console.log(JSON.stringify({ bytes: licence.jws.length, kid: protectedHeader.kid, claims }));
} catch (error) {
  problems.push(`${error.code ?? error.name}: ${error.message}`);
}
problems.forEach(problem => console.error(problem));
process.exit(problems.length ? 1 : 0);
