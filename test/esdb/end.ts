import './begin';

async function end(): Promise<void> {
  process.stdout.write(`\nevent log: ${globalThis.eventLog}\n`);
  await globalThis.double?.stop();
}

export = end;
