import type { Day, DomainEvent, Id } from '@srd/kernel';
import type { CauseGround, CauseSource } from './vocabulary';
import type { ChecklistAnswer, ReplacementGround, Window } from './vocabulary-3';

/** Facts that `case/3` knows beside those of the earlier charts: team, preparation, arrival. */
export type ThirdEvent =
  /** 回避声明: a member says of this very case whether an interest stands in the way (B二(九); R61). */
  | DomainEvent<
      'ConflictStated',
      {
        readonly inspector: Id;
        readonly conflict: boolean;
        readonly relation: string | null;
        readonly occurredOn: Day;
      }
    >
  /** Another member is asked for; after a recusal with the decision's id (R61, trap 6). */
  | DomainEvent<
      'ReplacementRequested',
      {
        readonly request: Id;
        readonly outgoing: Id;
        readonly ground: ReplacementGround;
        readonly recusal: Id | null;
        readonly reason: string;
      }
    >
  /** 委托下级检查 (B二(三); R7): the case stays where it is, the people are the lower organ's. */
  | DomainEvent<
      'InspectionDelegated',
      { readonly to: Id; readonly document: string; readonly reason: string; readonly occurredOn: Day }
    >
  /** The visit is put into another window, with a reason; `document` is the new notice where one was served before. */
  | DomainEvent<
      'VisitMoved',
      {
        readonly from: Window;
        readonly to: Window;
        readonly reason: string;
        readonly document: string | null;
        readonly occurredOn: Day;
      }
    >
  /** 合并检查: a cause (B二(九)) is looked into at the visit that the draw brought about; both purposes stand (trap 11). */
  | DomainEvent<
      'CauseMerged',
      {
        readonly case: Id;
        readonly ground: CauseGround;
        readonly source: CauseSource;
        readonly occurredOn: Day;
      }
    >
  /** 书面材料 handed in against the guidance list (A二(五), B二(七); R29, R66). */
  | DomainEvent<
      'MaterialsReceived',
      { readonly list: readonly string[]; readonly evidence: readonly string[]; readonly occurredOn: Day }
    >
  /** An item's checklist answered entry by entry, against the version that the case pinned (R23, R70). */
  | DomainEvent<
      'ChecklistFilled',
      {
        readonly department: Id;
        readonly inspector: Id;
        readonly item: Id;
        readonly revision: number;
        readonly answers: readonly ChecklistAnswer[];
        readonly occurredOn: Day;
      }
    >;
