// Refuses a contract that is not valid OpenAPI 3.1, or whose own examples break its schemas: node lint.mjs CONTRACT.yaml
import { Validator } from '@seriousme/openapi-schema-validator';
import { Contract } from './contract.mjs';

const [file] = process.argv.slice(2);
if (!file) {
  console.error('usage: node lint.mjs CONTRACT.yaml');
  process.exit(2);
}
const problems = [];
const validator = new Validator();
const verdict = await validator.validate(file);
if (!verdict.valid) problems.push(JSON.stringify(verdict.errors, null, 1));
if (validator.version !== '3.1') problems.push(`OpenAPI 3.1 is asked for, not ${validator.version}`);

const contract = new Contract(file);
let examples = 0;

function checkExample(where, schema, value) {
  examples += 1;
  problems.push(...contract.check(where, contract.resolve(schema), value));
}
function checkContent(where, content) {
  for (const [type, media] of Object.entries(content ?? {})) {
    const named = Object.entries(media.examples ?? {});
    if (type.endsWith('json') && named.length === 0) problems.push(`${where} ${type}: no example`);
    for (const [name, example] of named) checkExample(`${where} example ${name}`, media.schema, contract.resolve(example).value);
  }
}

const ids = new Set();
for (const operation of contract.operations) {
  const where = `${operation.method.toUpperCase()} ${operation.path}`;
  if (!operation.id || ids.has(operation.id)) problems.push(`${where}: operationId is missing or used twice`);
  ids.add(operation.id);
  for (const parameter of operation.parameters)
    if (parameter.example !== undefined) checkExample(`${where} parameter ${parameter.name}`, parameter.schema, parameter.example);
  checkContent(`${where} request`, contract.resolve(operation.description.requestBody)?.content);
  for (const [status, reference] of Object.entries(operation.description.responses)) {
    const response = contract.resolve(reference);
    checkContent(`${where} ${status}`, response.content);
    for (const [name, header] of Object.entries(response.headers ?? {}))
      checkExample(`${where} ${status} header ${name}`, contract.resolve(header).schema, contract.resolve(header).example);
  }
}
for (const [name, schema] of Object.entries(contract.document.components.schemas)) {
  // Whoever adds an object decides by writing it down whether foreign members are taken.
  if (schema.type === 'object' && schema.additionalProperties === undefined)
    problems.push(`schema ${name}: additionalProperties is not said`);
  if (schema.example !== undefined) checkExample(`schema ${name} example`, schema, schema.example);
}

problems.forEach(problem => console.error(problem));
console.log(`${contract.operations.length} operations, ${examples} examples, ${problems.length} problems`);
process.exit(problems.length ? 1 : 0);
