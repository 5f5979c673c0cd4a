import type { CaseContext } from './context';
import type { CaseEventType, FactOf } from './events';
import type { ThirdEvent } from './events-3';

type Note<T extends CaseEventType> = (context: CaseContext, fact: FactOf<T>) => CaseContext;

/** What each fact that only `case/3` knows leaves in the record. */
export const thirdNotes: { readonly [T in ThirdEvent['type']]: Note<T> } = {
  ConflictStated: (context, { data }) => ({ ...context, statements: [...context.statements, data] }),
  ReplacementRequested: (context, { data }) => ({
    ...context,
    replacements: [...context.replacements, { ...data, incoming: null }],
  }),
  InspectionDelegated: (context, { data }) => ({ ...context, delegation: data }),
  VisitMoved: (context, { data }) => ({ ...context, window: data.to, moves: [...context.moves, data] }),
  CauseMerged: (context, { data }) => ({ ...context, merged: [...context.merged, data] }),
  MaterialsReceived: (context, { data }) => ({ ...context, materials: [...context.materials, data] }),
  /** A list that is filled again replaces the answers it had from that department. */
  ChecklistFilled: (context, { data }) => ({
    ...context,
    checklists: [
      ...context.checklists.filter(({ department, item }) => department !== data.department || item !== data.item),
      data,
    ],
  }),
};
