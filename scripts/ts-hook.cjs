/**
 * Lets Node load the TypeScript of this tree without a build: `node -r ./scripts/ts-hook.cjs file.ts`.
 * Compiler options and room names are the ones of jest.config.cjs.
 */
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const { transformSync } = require('@swc/core');

const root = path.resolve(__dirname, '..');
const options = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2024',
  },
  module: { type: 'commonjs' },
  sourceMaps: 'inline',
  swcrc: false,
};

process.setSourceMapsEnabled(true);

const load = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), { ...options, filename });
  module._compile(code, filename);
};
Module._extensions['.ts'] = load;

const resolve = Module._resolveFilename;
Module._resolveFilename = function (request, parent, ...rest) {
  if (request.startsWith('@srd/')) {
    const room = path.join(root, 'libs', request.slice('@srd/'.length), 'index.ts');
    if (existsSync(room)) return room;
  }
  if (request.startsWith('.') && request.endsWith('.js') && parent?.filename?.endsWith('.ts')) {
    const source = path.resolve(path.dirname(parent.filename), `${request.slice(0, -3)}.ts`);
    if (existsSync(source)) return source;
  }
  return resolve.call(this, request, parent, ...rest);
};
