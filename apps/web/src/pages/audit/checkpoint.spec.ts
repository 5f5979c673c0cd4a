import { checkpointIn } from './checkpoint';

describe('a published checkpoint on the auditor’s page', () => {
  it('R104 says its size, its root and who signed it', () => {
    const note = 'srd.example/log\n41\nq83v\n\n— srd.example/log AAAA\n— 见证人.example BBBB\n';
    expect(checkpointIn(note)).toEqual({
      origin: 'srd.example/log',
      size: 41,
      root: 'q83v',
      signers: ['srd.example/log', '见证人.example'],
    });
  });
});
