import { CheckCircleFilled, CloseCircleFilled, SafetyOutlined } from '@ant-design/icons';
import { sha256 } from '@srd/kernel';
import { verify, type DrawTranscript, type Verdict } from '@srd/proof/draw';
import { Button } from 'antd';
import { useState } from 'react';
import { download } from '../../shared/table/csv';

/** 「在本机核验」: recomputes the whole draw in this browser, from the transcript alone. */
export function Verification({ transcript }: { transcript: DrawTranscript }) {
  const [verdict, setVerdict] = useState<Verdict>();
  const { attempt } = transcript.request;
  const before = attempt === 2 ? '第 1 次' : `第 1 至 ${attempt - 1} 次`;
  // Which attempts went before stands below in words and with the way there.
  const notes = verdict?.notes.filter((note) => !note.startsWith(`第 ${attempt} 次抽取`)) ?? [];
  return (
    <div className="verification">
      <Button
        icon={<SafetyOutlined aria-hidden />}
        type="primary"
        onClick={() => setVerdict(verify(transcript, sha256))}
      >
        在本机核验
      </Button>
      <Button
        onClick={() =>
          download(`抽取记录-${transcript.request.draw}.json`, JSON.stringify(transcript), 'application/json')
        }
      >
        下载抽取记录
      </Button>
      <output aria-live="polite">
        {verdict &&
          (verdict.verdict === 'yes' ? (
            <span className="passed">
              <CheckCircleFilled aria-hidden /> 一致：由名录、密值和见证人的值重算，种子、次序和结果分毫不差
              {notes.length > 0 && `（${notes.join('；')}）`}
            </span>
          ) : (
            <span className="not-passed">
              <CloseCircleFilled aria-hidden /> 不一致：{verdict.finding}
            </span>
          ))}
      </output>
      {attempt > 1 && (
        <p className="quiet">
          这是第 {attempt} 次抽取。{before}的记录不在这份抽取记录里，见<a href="#attempts">历次抽取</a>。
        </p>
      )}
    </div>
  );
}
