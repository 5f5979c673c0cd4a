import { ApiOutlined, GlobalOutlined } from '@ant-design/icons';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { demonstration } from '../../api/demonstration';
import type { Start } from '../../app/session';
import { count, longDay, weekdayOf } from '../../shared/format';
import { Loaded } from '../../shared/states';
import { Guide } from './guide';
import { LogCheck } from './log-check';
import { RoleCards } from './role-cards';
import './home.css';

export function DemonstrationHome({ start }: { start: Start }) {
  const home = useQuery({ queryKey: ['demonstration'], queryFn: demonstration.home });
  return (
    <div className="home">
      <p className="band" role="note">
        演示数据：机构与人员均为虚构，计划数字来自两份公开文件
      </p>
      <main>
        <header className="home-head">
          <div>
            <h1>双随机检查案件系统</h1>
            <p>
              司法行政机关「双随机、一公开」：随机抽取检查对象，随机选派执法检查人员，结果及时公开。每一步留痕，每次抽取人人可复算。
            </p>
          </div>
          <p className="home-clock">
            <span>演示时钟</span> {longDay(start.today)}（{weekdayOf(start.today)}）
            <small>分管领导和法治督察科可在用户菜单中向后拨动，到期事项随之发生</small>
          </p>
        </header>
        <Guide />
        <Loaded query={home} what="演示">
          {({ cards, events }) => (
            <>
              <RoleCards cards={cards} me={start.me?.account} />
              <section className="facts" aria-label="日志">
                <div>
                  <strong>{count(events)}</strong> 条记录
                  <small>2023 年潮州已办结，2024 年喀左、潮州办理中</small>
                </div>
                <LogCheck />
              </section>
            </>
          )}
        </Loaded>
        <nav className="home-links" aria-label="其他入口">
          <Button icon={<GlobalOutlined aria-hidden />} href="/public">
            公众查询网站
          </Button>
          <Button icon={<ApiOutlined aria-hidden />} href="/api/docs">
            接口说明
          </Button>
        </nav>
      </main>
    </div>
  );
}
