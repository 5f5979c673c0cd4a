import { Button, Checkbox, Select } from 'antd';
import { useMemo } from 'react';
import { stageLabels } from '@srd/domain/case';
import { sectorLabels } from '../../shared/labels';
import { count } from '../../shared/format';
import { sectionName, type Organ } from '../../shared/organs';
import { SearchField } from '../../shared/search-field';
import { isOverdue, yearOf, type Card, type Filter } from './cards';
import { useToday } from '../../app/session';

type Whole = Filter & { readonly lanes?: string; readonly as?: string };

/** Search, filters and quick filters, how the board is shown, and saved views. */
export function QueryArea(props: {
  all: readonly Card[];
  shown: readonly Card[];
  filter: Whole;
  setFilter: (changes: { readonly [N in keyof Whole]?: string | undefined }) => void;
  organs: ReadonlyMap<string, Organ>;
}) {
  const { all, shown, filter, setFilter, organs } = props;
  const today = useToday();
  const late = useMemo(() => all.filter((card) => isOverdue(card, today)).length, [all, today]);
  const choices = useMemo(() => choicesOf(all, organs), [all, organs]);
  const select = (name: keyof Whole, label: string, options: readonly { value: string; label: string }[]) => (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      value={filter[name]}
      options={[...options]}
      popupMatchSelectWidth={false}
      onChange={(value?: string) => setFilter({ [name]: value })}
    />
  );
  return (
    <search className="query">
      <SearchField
        className="query-text"
        aria-label="按机构或案号查找"
        placeholder="机构或案号"
        defaultValue={filter.q}
        onSearch={(text) => setFilter({ q: text.trim() === '' ? undefined : text.trim() })}
      />
      {choices.organs.length > 1 && select('organ', '机关', choices.organs)}
      {choices.sections.length > 1 && select('section', '科室', choices.sections)}
      {select('sector', '行业', choices.sectors)}
      {choices.years.length > 1 && select('year', '年度', choices.years)}
      {filter.as === 'table' &&
        select(
          'stage',
          '环节',
          Object.entries(stageLabels).map(([value, label]) => ({ value, label })),
        )}
      <Checkbox
        checked={filter.overdue === 'yes'}
        onChange={({ target }) => setFilter({ overdue: target.checked ? 'yes' : undefined })}
      >
        仅看逾期（{count(late)}）
      </Checkbox>
      <Checkbox
        checked={filter.due === '3'}
        onChange={({ target }) => setFilter({ due: target.checked ? '3' : undefined })}
      >
        三日内到期
      </Checkbox>
      <Checkbox
        checked={filter.purpose === 'for-cause'}
        onChange={({ target }) => setFilter({ purpose: target.checked ? 'for-cause' : undefined })}
      >
        不受随机限制
      </Checkbox>
      <span className="grow" />
      <span className="query-count" aria-live="polite">
        {shown.length === all.length
          ? `共 ${count(all.length)} 件`
          : `${count(shown.length)} / ${count(all.length)} 件`}
      </span>
      {Object.keys(filter).some((name) => !['lanes', 'as'].includes(name) && filter[name as keyof Whole]) && (
        <Button
          type="link"
          onClick={() =>
            setFilter(
              Object.fromEntries(
                Object.keys(filter)
                  .filter((n) => n !== 'lanes' && n !== 'as')
                  .map((n) => [n, undefined]),
              ),
            )
          }
        >
          清除筛选
        </Button>
      )}
      {filter.as !== 'table' && (
        <Select
          aria-label="泳道"
          value={filter.lanes ?? 'none'}
          popupMatchSelectWidth={false}
          options={[
            { value: 'none', label: '不分泳道' },
            { value: 'section', label: '按科室分泳道' },
            { value: 'organ', label: '按机关分泳道' },
          ]}
          onChange={(value) => setFilter({ lanes: value === 'none' ? undefined : value })}
        />
      )}
    </search>
  );
}

function choicesOf(all: readonly Card[], organs: ReadonlyMap<string, Organ>) {
  const distinct = (values: readonly string[]) => [...new Set(values)].filter((each) => each !== '').sort();
  return {
    organs: distinct(all.map(({ organ }) => organ)).map((value) => ({
      value,
      label: organs.get(value)?.name ?? value,
    })),
    sections: [...new Map(all.map((card) => [card.section, sectionName(organs, card.organ, card.section)]))].map(
      ([value, label]) => ({ value, label }),
    ),
    sectors: distinct(all.map(({ sector }) => sector)).map((value) => ({
      value,
      label: sectorLabels[value as keyof typeof sectorLabels] ?? value,
    })),
    years: distinct(all.map(yearOf)).map((value) => ({ value, label: `${value} 年` })),
  };
}
