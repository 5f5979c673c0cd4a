import { mayCommand } from '@srd/domain/account';
import { procedureMarkdown, publicProcedure } from '@srd/domain/case';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Served } from '../commands/served.fixture';

const PAGE = join(__dirname, '../../../../docs/procedure.md');

describe('公开抽查程序, B一(二)', () => {
  let served: Served;
  beforeAll(async () => {
    served = await Served.start();
    await served.found('chaozhou');
    await served.open('officer', 'chaozhou', 'section-officer', 'lawyer-administration');
    await served.open('auditor', 'chaozhou', 'auditor');
  });
  afterAll(() => served.stop());

  it('R12 anybody reads the procedure with its articles, without login', async () => {
    const { status, body } = await served.get(null, 'public/procedure');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(JSON.stringify(publicProcedure(mayCommand))));
    expect(body['basis']).toBe('B一(二)');
  });

  it('R12 the page in the documents is the one that the charts give (node scripts/procedure.mjs)', () => {
    expect(readFileSync(PAGE, 'utf8')).toBe(procedureMarkdown(publicProcedure(mayCommand)));
  });

  it('R71 C24 a code that isn’t known gets an answer in words, and no telephone number', async () => {
    const { status, body } = await served.get(null, 'public/visits/AAAAAAAAAA');
    expect(status).toBe(404);
    expect(body['detail']).toMatch(/未查到该检查码，请拨打/);
    expect(body['detail']).not.toMatch(/\d/);
  });

  it('R13 what stands out in the cases is for auditors and 法治督察科', async () => {
    expect((await served.get('officer', 'flags')).status).toBe(403);
    expect(await served.get('auditor', 'flags')).toMatchObject({ status: 200, body: { items: [] } });
  });
});
