// node check-azd.cjs PACKAGES FILE: prints what azd's schema has against the file, one line a fault; nothing where there is none.
const [packages, file] = process.argv.slice(2);
const { createRequire } = require('node:module');
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const load = createRequire(join(packages, 'package.json'));
const Ajv = load('ajv/dist/2019').default;
const yaml = load('js-yaml');
const schema = JSON.parse(readFileSync(join(__dirname, 'azd-schema.json'), 'utf8'));
const check = new Ajv({ allErrors: true, strict: false }).compile(schema);
if (!check(yaml.load(readFileSync(file, 'utf8')))) {
  for (const fault of check.errors) console.log(`${fault.instancePath} ${fault.message}`);
}
