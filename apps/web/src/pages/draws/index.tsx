import '../../shared/draws.css';
import { useQuery } from '@tanstack/react-query';
import { Card, Checkbox, Tag } from 'antd';
import { Fragment } from 'react';
import { api, dataOf, type Schemas } from '../../api/client';
import { useMe, type Me } from '../../app/session';
import { LinkButton } from '../../shared/link-button';
import { drawPath } from '../../shared/draws';
import { sectionName, useOrgans } from '../../shared/organs';
import { PageHead } from '../../shared/page-head';
import { Loaded, Nothing } from '../../shared/states';
import { useFilter } from '../../shared/use-filter';

type Task = Schemas['TaskToDrawDto'];
type Standing = Schemas['SeriesStandingDto'];

const PHASES: Readonly<Record<Standing['phase'], { readonly label: string; readonly color: string }>> = {
  unfrozen: { label: '未开始', color: 'default' },
  sealing: { label: '封存中', color: 'processing' },
  opening: { label: '开启中', color: 'processing' },
  revealed: { label: '已揭晓', color: 'success' },
  voided: { label: '上次已作废', color: 'warning' },
  lost: { label: '上次密值遗失', color: 'error' },
};

const OBJECTS = { institutions: '检查对象', practitioners: '法律服务人员' } as const;

/** Whether the asker draws for the task's section. */
function isMine(me: Me, { organ, section }: Task): boolean {
  const draws = me.roles.some((held) => held.role === 'section-officer' && (held.section ?? section) === section);
  return draws && me.organ.id === organ;
}

/** Whether somebody has something to draw here: objects that aren't drawn, or cases without a team. */
function isOpen({ lines }: Task): boolean {
  return lines.some(({ objects, waiting }) => objects.phase !== 'revealed' || waiting > 0);
}

/** Allotted tasks with their two draws (A二(二)). */
export default function Draws() {
  const me = useMe();
  const [{ all }, setFilter] = useFilter(['all'], { all: ['1'] });
  const tasks = useQuery({
    queryKey: ['tasks-to-draw'],
    queryFn: async () => (await dataOf(api.GET('/api/v1/tasks-to-draw'))).items,
    refetchInterval: 15_000,
  });
  return (
    <>
      <PageHead
        title="待抽取"
        about="已由法治督察部门分配的抽查任务。先抽检查对象，再抽执法检查人员；每次抽取任何人都能在自己的设备上重算。"
        actions={
          <Checkbox
            checked={all === '1'}
            onChange={({ target }) => setFilter({ all: target.checked ? '1' : undefined })}
          >
            包括已抽完的
          </Checkbox>
        }
      />
      <Loaded query={tasks} what="任务">
        {(items) => {
          const shown = items.filter((task) => all === '1' || isOpen(task));
          if (shown.length === 0) return <Nothing>没有待抽取的任务。计划发布、任务分配之后，在这里开始抽取。</Nothing>;
          return (
            <ul className="draw-tasks">
              {shown.map((task) => (
                <li key={task.task}>
                  <TaskCard task={task} mine={isMine(me, task)} />
                </li>
              ))}
            </ul>
          );
        }}
      </Loaded>
    </>
  );
}

function TaskCard({ task, mine }: { task: Task; mine: boolean }) {
  const organs = useOrgans();
  const { plan, planTitle, name, number, organ, section, window, joint, lines } = task;
  return (
    <Card
      title={
        <h2 className="card-title">
          {number}. {name}
        </h2>
      }
      extra={joint && <Tag color="purple">部门联合</Tag>}
    >
      <p className="quiet">
        {organs.get(organ)?.name ?? organ} · {sectionName(organs, organ, section)} · 抽查时间 {window}
      </p>
      <p className="quiet">{planTitle}</p>
      <div className="draw-lines">
        {lines.map(({ kind, objects, team, waiting }) => (
          <Fragment key={kind}>
            <DrawLine what={OBJECTS[kind]} plan={plan} standing={objects} mine={mine} ready />
            <DrawLine
              what={kind === 'practitioners' ? '检查法律服务人员的执法检查人员' : '执法检查人员'}
              plan={plan}
              standing={team}
              mine={mine}
              ready={objects.phase === 'revealed'}
              note={waiting > 0 ? `${waiting} 件案件待指派` : undefined}
            />
          </Fragment>
        ))}
      </div>
    </Card>
  );
}

interface Line {
  readonly what: string;
  readonly plan: string;
  readonly standing: Standing;
  readonly mine: boolean;
  readonly ready: boolean;
  readonly note?: string | undefined;
}

function DrawLine({ what, plan, standing, mine, ready, note }: Line) {
  const { label, color } = PHASES[standing.phase];
  const begin = standing.phase === 'unfrozen' || standing.phase === 'voided' || standing.phase === 'lost';
  return (
    <div className="draw-line">
      <strong>{what}</strong>
      <Tag color={color}>{standing.overdue && !begin ? `${label}，已过揭晓时限` : label}</Tag>
      {note !== undefined && <span className="quiet">{note}</span>}
      <span className="grow" />
      {!ready ? (
        <span className="quiet">先抽检查对象</span>
      ) : begin && !mine ? (
        <span className="quiet">尚未抽取</span>
      ) : (
        <LinkButton type={begin && mine ? 'primary' : 'default'} to={drawPath(plan, standing.series)}>
          {begin ? '开始抽取' : standing.phase === 'revealed' ? '查看' : '继续'}
          <span className="hidden">：{what}</span>
        </LinkButton>
      )}
    </div>
  );
}
