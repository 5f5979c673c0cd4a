import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beginningOf, contentOf, placeOf } from './content';
import { kindOf, type Forms, type ObjectSchema } from './schema';

const { components } = JSON.parse(readFileSync(join(__dirname, '../../../../api/openapi.json'), 'utf8'));
const forms: Forms = { commands: {}, schemas: components.schemas };
const schemaOf = (name: string): ObjectSchema => forms.schemas[name]!;

describe('a form made from the interface’s description', () => {
  it('leaves out what was left empty and keeps the rest', () => {
    const content = contentOf(forms, schemaOf('RecordFindingsDto'), {
      department: '',
      findings: [{ item: 'i1', text: '无异常', resultClass: 'nothing-found', contacts: [], finding: undefined }],
      signature: { kind: 'refused', reason: '负责人不在', evidence: 'x' },
      occurredOn: '2024-08-20',
    });
    expect(content).toEqual({
      findings: [{ item: 'i1', text: '无异常', resultClass: 'nothing-found', contacts: [] }],
      signature: { kind: 'refused', reason: '负责人不在' },
      occurredOn: '2024-08-20',
    });
  });

  it('keeps false and zero, which somebody chose', () => {
    const content = contentOf(forms, schemaOf('DecideRecusalDto'), { recusal: 'r1', granted: false, reason: '无关' });
    expect(content).toEqual({ recusal: 'r1', granted: false, reason: '无关' });
  });

  it('turns figures into numbers where they are whole numbers, and leaves texts', () => {
    const figures = [{ name: '抽查', figure: '8' }, { name: '说明', figure: '见附件' }, { name: '' }];
    const schema = { properties: { figures: { type: 'object' as const, additionalProperties: true } } };
    const content = contentOf(forms, schema, { figures });
    expect(content['figures']).toEqual({ 抽查: 8, 说明: '见附件' });
  });

  it('begins with the description’s defaults', () => {
    expect(beginningOf(schemaOf('FindingDto'))).toEqual({ severity: 'none', contacts: [] });
  });

  it('finds the field that a fault points at', () => {
    expect(placeOf('/findings/0/text')).toEqual(['findings', 0, 'text']);
    expect(placeOf('/figures/a~1b')).toEqual(['figures', 'a/b']);
  });

  it('knows a field for every member of every form', () => {
    const kinds = Object.entries(forms.schemas)
      .filter(([name]) => name.endsWith('Dto'))
      .flatMap(([, { properties }]) => Object.values(properties).map((schema) => kindOf(forms, schema)));
    expect(kinds.length).toBeGreaterThan(300);
    expect(new Set(kinds)).not.toContain(undefined);
  });
});
