// Checks the bill of materials: node sbom.mjs SBOM.py BUILD-DIRECTORY
// It must keep CycloneDX's own schema, come out the same twice, and name the package of every library that the kiosk
// really loads while it makes each of its pages: those are heard from the dynamic linker, not from our list.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Ajv from 'ajv';

const [script, build] = process.argv.slice(2);
const problems = [];

const schemas = 'node_modules/@cyclonedx/cyclonedx-library/res/schema';
const schema = name => JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json');
ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json');
const keepsSchema = ajv.compile(schema('bom-1.5'));

const write = () => execFileSync(script, [build], { encoding: 'utf8', maxBuffer: 1e8 });
const text = write();
if (write() !== text) problems.push('the same build gives two different lists');
const bom = JSON.parse(text);
if (!keepsSchema(bom)) problems.push(...keepsSchema.errors.map(one => `${one.instancePath} ${one.message}`));

const spoilt = structuredClone(bom);
spoilt.components[0].licenses = [{ license: { id: 'No-Such-Licence' } }];
if (keepsSchema(spoilt)) problems.push('the check takes a licence that is none');

const folder = mkdtempSync(join(tmpdir(), 'balady-sbom-'));
let loaded;
try {
  execFileSync(join(build, 'bin/balady-kiosk'), ['--self-test'], {
    stdio: 'ignore',
    env: { ...process.env, QT_QPA_PLATFORM: 'offscreen', LD_DEBUG: 'files', LD_DEBUG_OUTPUT: join(folder, 'loaded') },
  });
  loaded = new Set(readdirSync(folder)
    .flatMap(file => readFileSync(join(folder, file), 'utf8').match(/(?<=calling init: )\/.*/g) ?? [])
    .map(file => realpathSync(file))
    .filter(file => !file.startsWith(realpathSync(build))));
} finally {
  rmSync(folder, { recursive: true });
}
const listed = new Set(bom.components.map(one => one.name));
// Debian's database may have a file with or without /usr before it; it ends with 1 for the name that it has not.
const names = [...loaded].flatMap(file => [file, file.replace(/^\/usr/, '')]);
const found = spawnSync('dpkg-query', ['-S', ...names], { encoding: 'utf8' }).stdout.split('\n');
for (const file of loaded) {
  const owner = found.find(line => line.endsWith(` ${file}`) || line.endsWith(` ${file.replace(/^\/usr/, '')}`))?.split(':')[0];
  if (!listed.has(owner)) problems.push(`${file} of ${owner} is loaded and not listed`);
}
if (loaded.size < 20) problems.push(`only ${loaded.size} libraries were heard of`);

console.log(`${bom.components.length} components; ${loaded.size} libraries loaded`);
for (const problem of problems) console.error(problem);
process.exit(problems.length ? 1 : 0);
