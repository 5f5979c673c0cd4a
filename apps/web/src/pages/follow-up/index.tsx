import { useQuery } from '@tanstack/react-query';
import { Tag } from 'antd';
import { useParams } from 'react-router';
import type { Disposition, Finding } from '@srd/domain/case';
import { isDay, nth } from '@srd/kernel';
import { problemOf } from '../../api/problem';
import { useTitle } from '../../app/navigation';
import { caseQuery, type CaseDetail } from '../../shared/case-command';
import { LinkButton } from '../../shared/link-button';
import { sectionName, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { Loaded, Nothing } from '../../shared/states';
import { oneOf, useFilter } from '../../shared/use-filter';
import { Ladders } from './ladders';
import { BeginCard, MeasureCard, type Change, type Doing } from './measure-card';
import { followedIn } from './measures';
import { OldFinding } from './old-finding';
import './follow-up.css';

/** 整改: one case's findings, each beside what was done about it, down to 销号 (B三(三); R84–R86). */
export default function FollowUp() {
  const { id = '' } = useParams();
  const detail = useQuery({ ...caseQuery(id), retry: false });
  const named = new Set(detail.data && [...detail.data.findings, ...detail.data.dispositions].map(idOf));
  const [doing, onDo] = useFilter(['do', 'measure', 'on', 'with', 'round'], { measure: oneOf(named), on: isDay });
  if (detail.isError && problemOf(detail.error).code === 'PURPOSE_MISSING')
    return (
      <Nothing action={<LinkButton to={`/desk/cases/${encodeURIComponent(id)}`}>打开案件</LinkButton>}>
        查阅案卷须先说明目的
      </Nothing>
    );
  return (
    <Loaded query={detail} what="整改情况">
      {(data) => <Followed {...{ detail: data, doing, onDo }} />}
    </Loaded>
  );
}

/** What a step is about: a measure, or a finding that still lacks one. */
function idOf(one: Disposition | Finding): string {
  return 'disposition' in one ? one.disposition : one.finding;
}

function Followed({ detail, doing, onDo }: { detail: CaseDetail; doing: Doing; onDo: Change }) {
  const organs = useOrgans();
  const { id, object, opened, stage, revision } = detail;
  const title = object?.name ?? opened.number;
  useTitle(`${title} - 整改`);
  const followed = followedIn(detail);
  return (
    <div className="follow-up">
      <PageHead
        title={
          <>
            {title} <Tag color="blue">{stage.label}</Tag>
          </>
        }
        about={
          <>
            {opened.number}　{organs.get(opened.organ)?.name} {sectionName(organs, opened.organ, opened.section)}　第{' '}
            {nth(revision)} 版
          </>
        }
        actions={
          <>
            <LinkButton to="/desk/rectification">整改台账</LinkButton>
            <LinkButton to={`/desk/cases/${encodeURIComponent(id)}`}>查看案件</LinkButton>
          </>
        }
      />
      {followed.length === 0 && <Nothing>这个案件没有需要跟进的检查结果，可以从整改台账另选一件</Nothing>}
      {followed.map((each) => (
        <article key={each.finding.finding} className="fu-card" aria-labelledby={`result-${each.number}`}>
          <h2 id={`result-${each.number}`}>第 {each.number} 条结果</h2>
          <div className="fu-beside">
            <OldFinding followed={each} />
            <div>
              {each.begin.length > 0 && <BeginCard {...{ detail, doing, onDo }} followed={each} />}
              {each.measures.map((one) => (
                <MeasureCard key={one.disposition} {...{ detail, doing, onDo, one }} followed={each} />
              ))}
            </div>
          </div>
        </article>
      ))}
      {followed.length > 0 && <Ladders detail={detail} />}
    </div>
  );
}
