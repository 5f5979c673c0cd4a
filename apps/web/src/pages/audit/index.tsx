import { Link } from 'react-router';
import { useMe } from '../../app/session';
import { PageHead } from '../../shared/page-head';
import './audit.css';
import { Accesses } from './accesses';
import { LogStanding } from './log-standing';
import { SelfChecks } from './self-checks';
import { VerifierLink } from './verifier-link';
import { VoidedDraws } from './voided-draws';

/** What an auditor wants to know first: whether the log holds, what was added, what was voided, and who looked. Changes nothing. */
export default function Audit() {
  const me = useMe();
  return (
    <>
      <PageHead
        title="审计工作台"
        about="只供查阅：日志是否完整、自上次以来新增多少、哪些抽取作废、谁看过什么。"
        actions={<Link to="/desk/cases">案件列表</Link>}
      />
      <div className="audit">
        <LogStanding account={me.account} />
        <div className="audit-column">
          <SelfChecks />
          <VerifierLink />
        </div>
        <VoidedDraws />
        <Accesses />
      </div>
    </>
  );
}
