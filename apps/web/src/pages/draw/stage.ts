import type { SeriesAttempt } from '../../shared/draws';

/** What every step of a draw gets. */
export interface StageProps {
  readonly plan: string;
  readonly series: string;
  readonly isTeam: boolean;
  /** Looks anew where the series stands. */
  readonly reload: () => void;
}

/** The steps after the freeze. */
export interface AttemptProps extends StageProps {
  readonly attempt: SeriesAttempt;
  readonly revision: number;
}
