// The desk's pages: types of the interface from its description, the type check, the bundle, and its files compressed beside it.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { Halt, node24, root, withNode24 } from './node24.mjs';
import { hashOf, run, say, sources } from './steps.mjs';

const web = join(root, 'apps', 'web');
export const webStamp = join(web, 'dist', '.stamp');
/** The interface's description, as the server's build leaves it. */
const description = join(root, 'dist', 'openapi.json');

/** Rooms that the pages may import. */
const rooms = ['kernel', 'proof', 'domain', 'views', 'verifier'];
const notBuilt =
  /(\/node_modules$|\/dist$|\/src\/api\/(schema\.d\.ts|forms\.json|commands\.json)$|\.spec\.tsx?$|\.md$)/;

/** Hash over everything that the pages are made of. */
export function webKey() {
  const settings = ['package-lock.json', 'tsconfig.base.json', 'dist/openapi.json', 'scripts/web.mjs'];
  const libs = rooms.flatMap((room) => [...sources(`libs/${room}`, notBuilt)]);
  return hashOf([...settings, ...sources('apps/web', notBuilt), ...libs]);
}

export async function buildWeb() {
  say('正在构建页面 · Building the pages …');
  await webTypes();
  await step([join(web, '..', '..', 'node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn', web]);
  compress(join(web, 'dist', 'assets'));
}

/** Writes src/api from the interface's description, then checks the pages' types. */
async function webTypes() {
  writeForms();
  const schema = join(web, 'src', 'api', 'schema.d.ts');
  const generator = join(web, 'node_modules', 'openapi-typescript', 'bin', 'cli.js');
  await step([generator, description, '--output', schema, '--alphabetize']);
  await step([join(root, 'node_modules', '@typescript', 'native', 'bin', 'tsc'), '-p', web]);
}

/**
 * src/api/forms.json: each command's route and form with all the forms inside it, which pages make their fields of; and commands.json, what
 * each command is called, for pages that only name them.
 */
function writeForms() {
  const { paths, components } = JSON.parse(readFileSync(description, 'utf8'));
  const commands = {};
  const schemas = {};
  const take = (schema) => {
    for (const [key, value] of Object.entries(schema ?? {})) {
      if (key === '$ref') {
        const name = value.slice(value.lastIndexOf('/') + 1);
        if (schemas[name] === undefined) take((schemas[name] = components.schemas[name]));
      } else if (typeof value === 'object') take(value);
    }
  };
  for (const [path, { post }] of Object.entries(paths)) {
    const form = post?.requestBody?.content?.['application/json']?.schema;
    if (!form?.$ref || !path.includes('{id}')) continue;
    const creates = !(post.parameters ?? []).some(({ name }) => name === 'If-Match');
    commands[post.operationId] = { path, summary: post.summary, creates, form: form.$ref.split('/').at(-1) };
    take(form);
  }
  writeFileSync(join(web, 'src', 'api', 'forms.json'), JSON.stringify({ commands, schemas }));
  const names = Object.entries(commands).map(([command, { summary }]) => [command, summary.split(/[：，；]/)[0]]);
  writeFileSync(join(web, 'src', 'api', 'commands.json'), JSON.stringify(Object.fromEntries(names)));
}

async function step(args) {
  const { code, output } = await run(node24(), args, withNode24());
  if (code !== 0)
    throw new Halt('页面构建失败，见上面的错误。', 'Building the pages failed: see the errors above.', output);
}

/** `x.js` gets `x.js.br` and `x.js.gz`, which the server sends to browsers that take them. */
function compress(folder) {
  for (const name of readdirSync(folder)) {
    if (!/\.(js|css|svg)$/.test(name)) continue;
    const content = readFileSync(join(folder, name));
    const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(content, quality));
    writeFileSync(join(folder, `${name}.gz`), gzipSync(content, { level: 9 }));
  }
}
