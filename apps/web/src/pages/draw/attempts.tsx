import { attemptLabels, voidCodes } from '@srd/domain/selection';
import { useTasks, type SeriesAttempt } from '../../shared/draws';
import { moment } from '../../shared/format';
import { Person } from '../../shared/person';

/** Every attempt of the series, the voided ones too: none disappears (trap 3). */
export function Attempts({ attempts, series }: { attempts: readonly SeriesAttempt[]; series: string }) {
  const tasks = useTasks();
  /** What an attempt's list is compared with: the attempt before, or for a first one the organ's last draw of this kind. */
  const before = ({ differsFrom }: SeriesAttempt): string => {
    if (differsFrom === undefined) return '上一次';
    const task = tasks.get(differsFrom.split(':')[0] ?? '')?.task;
    return `本机关此前的抽取${task === undefined ? '' : `（${task}）`}`;
  };
  return (
    <section className="part" id="attempts">
      <h2>历次抽取（{attempts.length}）</h2>
      <ol className="attempts">
        {attempts.toReversed().map((attempt) => (
          <li key={attempt.attempt}>
            <strong>第 {attempt.attempt} 次</strong>：{attemptLabels[attempt.phase]}，{moment(attempt.request.frozenAt)}{' '}
            冻结
            {attempt.voided && (
              <>
                ；作废事由：{voidCodes[attempt.voided.code]}（{attempt.voided.reason}），
                <Person id={attempt.voided.by} /> 提请，
                <Person id={attempt.voided.approvedBy} /> 同意
              </>
            )}
            {attempt.lost !== null && <>；密值遗失：{attempt.lost}</>}
            {attempt.absent.length > 0 && <>；缺席：{attempt.absent.join('、')}</>}
            {attempt.differences.length > 0 && (
              <>
                ；名录与{before(attempt)}相比有 {attempt.differences.length} 处不同
              </>
            )}{' '}
            <a href={`/public/draws/${encodeURIComponent(`${series}.${attempt.attempt}`)}`}>公开页面</a>
          </li>
        ))}
      </ol>
    </section>
  );
}
