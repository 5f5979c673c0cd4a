import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { nameIn } from './index';

const document = JSON.parse(readFileSync(join(__dirname, '../../openapi.json'), 'utf8'));

describe('the forms’ Chinese names', () => {
  it('every member and every word of a closed list that people fill in has one', () => {
    expect(nameIn(structuredClone(document))).toEqual({ members: [], words: [] });
  });

  it('they stand in the description that pages are made of', () => {
    const { RecordFindingsDto, FindingDto } = document.components.schemas;
    expect(RecordFindingsDto.properties.findings.title).toBe('检查结果');
    expect(FindingDto.properties.resultClass['x-labels']).toMatchObject({ risk: '存在风险，提醒约谈' });
  });
});
