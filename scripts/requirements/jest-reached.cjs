// Runs after each spec file of the first round: writes down which changes the file's tests came by.
const { writeFileSync } = require('node:fs');
const path = require('node:path');

const folder = process.env.RULES_REACHED;
if (folder)
  afterAll(() => {
    const { testPath } = expect.getState();
    const reached = [...(globalThis.$rules?.reached ?? [])];
    writeFileSync(path.join(folder, encodeURIComponent(testPath)), JSON.stringify(reached));
  });
