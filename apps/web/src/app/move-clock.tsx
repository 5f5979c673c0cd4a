import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Drawer, Space } from 'antd';
import { useState } from 'react';
import { addDays, type Day } from '@srd/kernel';
import { demonstration } from '../api/demonstration';
import { problemOf } from '../api/problem';
import { DayInput } from '../shared/day-input';
import { useFocusBack } from '../shared/focus-back';
import { longDay, weekdayOf } from '../shared/format';
import { useMessages } from '../shared/messages';
import { ProblemAlert } from '../shared/states';
import { useStart } from './session';

/** The clock goes at most this far at once, in days: what falls due on each of them is recorded. */
const FARTHEST = 800;
/** So many days a request, so that the page can tell how far it is. */
const STRIDE = 28;

const named = (day: string): string => `${longDay(day)}（${weekdayOf(day)}）`;

/** 拨动演示时钟: forward to a day; what falls due on the way is recorded day by day. */
export function MoveClock({ onClose }: { onClose: () => void }) {
  useFocusBack();
  const queries = useQueryClient();
  const messages = useMessages();
  const today = (useStart()?.today ?? '') as Day;
  const [to, setTo] = useState<string>();
  const [reached, setReached] = useState<string>();
  const moving = useMutation({
    mutationFn: async ({ from, until }: { from: Day; until: Day }) => {
      for (let at = from; at < until;) {
        const next = addDays(at, STRIDE);
        at = next < until ? next : until;
        setReached((await demonstration.moveClock(at)).today);
      }
    },
    // Where it stopped is where the clock stands now: every page counts from there.
    onSettled: () => queries.invalidateQueries(),
    onSuccess: (_, { until }) => {
      messages.success(`演示时钟现为${named(until)}`);
      onClose();
    },
  });
  return (
    <Drawer
      open
      title="拨动演示时钟"
      onClose={onClose}
      mask={{ closable: !moving.isPending }}
      closable={{ 'aria-label': '关闭' }}
    >
      <p>现为{named(today)}。只能向后拨，所有人的日期随之改变；途经各日的到期事项逐日记入案卷。</p>
      <Space wrap>
        {[
          ['次日', 1],
          ['一周后', 7],
          ['四周后', 28],
        ].map(([label, days]) => (
          <Button key={label} size="small" onClick={() => setTo(addDays(today, Number(days)))}>
            {label}
          </Button>
        ))}
      </Space>
      <p>
        <DayInput
          label="拨到"
          shown
          value={to}
          min={addDays(today, 1)}
          max={addDays(today, FARTHEST)}
          onChange={setTo}
          onWrong={() => setTo(undefined)}
        />
      </p>
      {moving.isError && <ProblemAlert problem={problemOf(moving.error)} />}
      <output>{moving.isPending && `正在逐日办理到期事项，已到${named(reached ?? today)}…`}</output>
      <Space className="form-actions">
        <Button
          type="primary"
          loading={moving.isPending}
          disabled={to === undefined}
          onClick={() => to !== undefined && moving.mutate({ from: today, until: to as Day })}
        >
          {to === undefined ? '拨动' : `拨到${longDay(to)}`}
        </Button>
        <Button onClick={onClose}>取消</Button>
      </Space>
    </Drawer>
  );
}
