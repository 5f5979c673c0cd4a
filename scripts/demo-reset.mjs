// Removes the demonstration's folder, and never any other: `npm run demo:reset`
import { existsSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { root } from './node24.mjs';

const folder = resolve(root, process.env.DATA_DIR || 'data/demo');

if (!existsSync(folder)) {
  console.log(`演示数据不存在，无需重置：${folder}\nThere is no demonstration to reset.`);
} else if (!existsSync(join(folder, 'demonstration.json'))) {
  console.error(
    `拒绝删除：${folder} 中没有 demonstration.json，不是演示数据。\nRefused: that folder isn’t marked as a demonstration.`,
  );
  process.exitCode = 1;
} else {
  rmSync(folder, { recursive: true });
  console.log(
    `已删除演示数据：${folder}。npm start 会重新生成。\nThe demonstration is gone; npm start builds it anew.`,
  );
}
