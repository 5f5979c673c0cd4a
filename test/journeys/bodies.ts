import type { DrawTranscript } from '@srd/proof/draw';

/** What the tests read of a case. */
export interface CaseBody {
  readonly case: string;
  readonly stage: { readonly code: string; readonly label: string };
  readonly revision: number;
  readonly opened: {
    readonly organ: string;
    readonly departments: readonly { readonly organ: string; readonly seats: number }[];
    readonly items: readonly { readonly id: string }[];
    readonly terms: { readonly channels: { readonly value: readonly string[] } };
  };
  readonly object: { readonly id: string; readonly name: string; readonly premises: string } | null;
  readonly team: readonly { readonly inspector: string; readonly organ: string }[];
  readonly visits: readonly { readonly visit: string; readonly openedOn: string; readonly endedOn: string | null }[];
  readonly evidence: readonly string[];
  readonly findings: readonly { readonly finding: string; readonly resultClass: string; readonly text: string }[];
  readonly dispositions: readonly { readonly disposition: string; readonly finding: string; readonly state: string }[];
  readonly debts: readonly { readonly debt: string; readonly status: string; readonly due: { readonly on: string } }[];
  readonly deadlines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly on: string;
    readonly passed: boolean;
  }[];
  readonly allowed: { readonly commands: readonly string[] };
}

/** What the tests read of a plan. */
export interface PlanBody {
  readonly phase: string;
  readonly revision: number;
  readonly tasks: readonly {
    readonly id: string;
    readonly status: string;
    readonly openConflicts: readonly string[];
    readonly allotted?: { readonly cases: number } | null;
  }[];
  readonly conflicts: Readonly<
    Record<string, { readonly code: string; readonly status: string; readonly finding: object }>
  >;
}

/** What the public reads of an attempt to draw. */
export interface DrawBody {
  readonly draw: string;
  readonly attempt: number;
  readonly state: string;
  readonly overdue: boolean;
  readonly request: DrawTranscript['request'] | null;
  readonly requestHash: string;
  readonly commitment: string;
  readonly seals: readonly { readonly by: string; readonly seal: string }[];
  readonly absent: readonly string[];
  readonly voided: string | null;
  readonly differences: readonly unknown[] | null;
  readonly transcriptHash: string | null;
  readonly transcript: DrawTranscript | null;
}

/** The seven fields of B三(一), and where they come from. */
export interface ResultBody {
  readonly institutionName: string;
  readonly registrationNumber: string;
  readonly inspectedOn: string;
  readonly method: string;
  readonly scope: string;
  readonly result: string;
  readonly breachHandling: string;
  readonly organ: string;
  readonly plan: string;
  readonly task: string;
  readonly publishedAt: string;
}
