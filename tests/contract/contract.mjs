// The contract as something to check traffic with: finds operations, compiles schemas, names what is wrong and where.
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const METHODS = ['get', 'put', 'post', 'delete', 'patch', 'head', 'options', 'trace'];

const SCHEMA = 'contract:';

/** The schema with its references to the document turned into names of schemas: the document itself is none. */
function standalone(schema) {
  return JSON.parse(JSON.stringify(schema), (key, node) =>
    key === '$ref' ? node.replace('#/components/schemas/', SCHEMA) : node);
}

export class Contract {
  constructor(file) {
    this.document = parse(readFileSync(file, 'utf8'));
    this.ajv = new Ajv2020({ allErrors: true, strict: true, strictTypes: false, strictRequired: false });
    this.ajv.addFormat('int64', { type: 'number', validate: Number.isSafeInteger });
    this.ajv.addKeyword('example');
    for (const [name, schema] of Object.entries(this.document.components.schemas))
      this.ajv.addSchema(standalone(schema), SCHEMA + name);
    this.compiled = new Map();
    this.operations = [];
    for (const [path, item] of Object.entries(this.document.paths))
      for (const method of METHODS)
        if (item[method])
          this.operations.push(new Operation(this, path, method, item, item[method]));
  }

  /** The object at `value`, or the one that it refers to. */
  resolve(value) {
    if (!value || value.$ref === undefined) return value;
    const parts = value.$ref.replace(/^#\//, '').split('/').map(part => part.replace(/~1/g, '/').replace(/~0/g, '~'));
    return this.resolve(parts.reduce((node, part) => node?.[part], this.document));
  }

  /** Problems of a value against a schema of the contract, as sentences that begin with `where`. */
  check(where, schema, value) {
    if (!this.compiled.has(schema)) this.compiled.set(schema, this.ajv.compile(standalone(schema)));
    const validate = this.compiled.get(schema);
    if (validate(value)) return [];
    return validate.errors.map(error =>
      `${where}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`);
  }

  find(method, path) {
    return this.operations.find(one => one.method === method.toLowerCase() && one.match(path));
  }
}

class Operation {
  constructor(contract, path, method, item, description) {
    this.contract = contract;
    this.path = path;
    this.method = method;
    this.id = description.operationId;
    this.description = description;
    this.names = [...path.matchAll(/\{([^}]+)\}/g)].map(found => found[1]);
    this.pattern = new RegExp('^' + path.replace(/[.]/g, '\\.').replace(/\{[^}]+\}/g, '([^/]+)') + '$');
    this.parameters = [...(item.parameters ?? []), ...(description.parameters ?? [])].map(one => contract.resolve(one));
    this.security = description.security ?? contract.document.security ?? [];
  }

  match(path) {
    const found = this.pattern.exec(path);
    return found && Object.fromEntries(this.names.map((name, index) => [name, found[index + 1]]));
  }

  needsToken() {
    return this.security.length > 0 && this.security.every(one => 'citizen' in one);
  }

  takesToken() {
    return this.security.some(one => 'citizen' in one);
  }

  /** The response object for a status: itself, its range, or none. */
  response(status) {
    const all = this.description.responses;
    return this.contract.resolve(all[status] ?? all[`${Math.floor(status / 100)}XX`] ?? all.default);
  }
}

/** A parameter or header arrives as text; its schema may ask for a number. */
export function fromText(text, schema) {
  const type = schema.type;
  return (type === 'integer' || type === 'number') && /^-?[0-9]+$/.test(text) ? Number(text) : text;
}
