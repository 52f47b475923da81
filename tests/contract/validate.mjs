// Checks recorded traffic against the contract: node validate.mjs CONTRACT.yaml RECORD.jsonl [--every-operation]
// Ends with 1 and says which line, which operation and what, if an exchange breaks the contract, if there is none, or,
// with --every-operation, if an operation was never answered with success.
import { readFileSync } from 'node:fs';
import { Contract } from './contract.mjs';
import { checkExchange } from './exchange.mjs';

const files = process.argv.slice(2).filter(argument => !argument.startsWith('--'));
const everyOperation = process.argv.includes('--every-operation');
if (files.length !== 2) {
  console.error('usage: node validate.mjs CONTRACT.yaml RECORD.jsonl [--every-operation]');
  process.exit(2);
}
const contract = new Contract(files[0]);
const lines = readFileSync(files[1], 'utf8').split('\n').filter(line => line !== '');

let broken = 0;
let spoilt = 0;
const succeeded = new Set();
lines.forEach((line, index) => {
  const record = JSON.parse(line);
  const operation = contract.find(record.method, record.path);
  spoilt += record.fault ? 1 : 0;
  if (operation && record.status < 400 && !record.fault) succeeded.add(operation.id);
  const problems = checkExchange(contract, record);
  if (problems.length === 0) return;
  broken += 1;
  console.error(`line ${index + 1}: ${operation?.id ?? 'unknown operation'} ${record.method} ${record.path} -> ${record.status}`);
  for (const problem of problems) console.error(`    ${problem}`);
});

const unseen = contract.operations.map(one => one.id).filter(id => !succeeded.has(id));
console.log(`${lines.length} exchanges (${spoilt} spoilt on purpose), ${succeeded.size} of ${contract.operations.length} ` +
  `operations succeeded, ${broken} exchanges break the contract`);
if (lines.length === 0) console.error('an empty record proves nothing');
if (everyOperation && unseen.length) console.error(`never succeeded: ${unseen.join(', ')}`);
process.exit(broken || lines.length === 0 || (everyOperation && unseen.length) ? 1 : 0);
