import { inspectionCase, publicVisit, type PublicVisit } from '@srd/domain/case';
import { visitCodes, type VisitCodeRow } from '@srd/views';
import type { FastifyRequest } from 'fastify';
import type { Reader } from './reader';

/** No code is told apart from another that fails: who types one in learns nothing by trying. */
export const NO_SUCH_CODE = '未查到该检查码，请拨打检查机关对外公布的电话核实';

/** What is on record of the code that was shown on arrival; null when no visit has it. */
export async function visitOf(
  reader: Reader,
  typed: string,
  request: Pick<FastifyRequest, 'headers'>,
): Promise<PublicVisit | null> {
  const code = typed.trim().toUpperCase();
  const shown = { where: { code } };
  const { items } = await reader.rows<VisitCodeRow>(visitCodes.name, undefined, { limit: 1 }, request, shown);
  const [row] = items;
  if (!row) return null;
  const { state } = await reader.state(inspectionCase, `case-${row.case}`);
  return state && publicVisit(state, code);
}
