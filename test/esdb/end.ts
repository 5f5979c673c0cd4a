import './begin';

async function end(): Promise<void> {
  await globalThis.double?.stop();
}

export = end;
