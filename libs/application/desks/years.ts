import { currentRules, lineSectionOf, organ, sectors, type Organ, type Sector } from '@srd/domain/organ';
import {
  asOf,
  countFigures,
  dayInYear,
  report,
  type FigureValue,
  type YearCommand,
  type YearEvent,
  type YearState,
} from '@srd/domain/report';
import type { Day, Id } from '@srd/kernel';
import type { Entry, Facts } from '../desk';
import { countedAt, untilShown } from '../years/counted';
import { countiesOf, yearDuties, yearStream } from '../years/facts';
import { planOf } from './ids';
import { organIn } from './object-facts';

type YearFacts = Facts<YearState>;

/** Sectors that a section looks after. */
export function sectorsOf(owner: Organ, section: Id): readonly Sector[] {
  return sectors.filter((sector) => lineSectionOf(owner, sector) === section);
}

/** What every command needs: whose year it is, the business sections, the organs below. */
async function yearIn({ id, evidence, stores }: YearFacts) {
  const { organ: of, year } = planOf(id);
  const owner = await organIn(evidence, of);
  return {
    owner,
    common: {
      organ: of,
      year,
      sections: owner.sections.filter(({ kind }) => kind === 'line').map((section) => section.id),
      counties: countiesOf(stores, of).map((county) => county.organ),
    },
  };
}

/** The section's own figures as of the end of a day, which the rule then judges. */
async function figuresOf({ id, stores }: YearFacts, section: Id, day: Day): Promise<readonly FigureValue[]> {
  const { organ: of, year } = planOf(id);
  await untilShown(stores);
  return countFigures(await countedAt(stores, [of], year, asOf(day)), { section });
}

const plain = async (data: object, facts: YearFacts) => ({ ...data, ...(await yearIn(facts)).common }) as never;

/** An organ's year: reports of the sections, material of the counties, days that passed. */
export const yearDesk: Entry<YearState, YearCommand, YearEvent> = {
  decider: report,
  stream: yearStream,
  target: async (_, command, id, evidence) => {
    const { organ: of } = planOf(id);
    const { section } = command.data as { section?: Id };
    return (await evidence.glance(organ, `organ-${of}`)) ? { organ: of, section: section ?? null } : undefined;
  },
  prepare: {
    SumUp: async (data: { section: Id; asOf: Day }, facts) => {
      const { common } = await yearIn(facts);
      return { ...data, ...common, figures: await figuresOf(facts, data.section, data.asOf) } as never;
    },
    SendYearReport: async (data: object, facts) => {
      const { owner, common } = await yearIn(facts);
      const dueOn = dayInYear(common.year, currentRules(owner).rules.annualReportBy.value);
      return { ...data, ...common, dueOn } as never;
    },
    ReceiveYearReport: plain,
    ReturnYearReport: plain,
    HandUpMaterial: async (data: { section: Id; asOf: Day }, facts) => {
      const { owner, common } = await yearIn(facts);
      const figures = await figuresOf(facts, data.section, data.asOf);
      return {
        ...data,
        ...common,
        superior: owner.superior,
        sectors: sectorsOf(owner, data.section),
        figures,
      } as never;
    },
    TakeMaterial: plain,
    ReceiveMaterial: plain,
    FileMaterial: plain,
    GuideCounty: plain,
    LapseDuty: async (data: { duty: Id }, facts) => {
      const { common } = await yearIn(facts);
      const duties = await yearDuties(facts.evidence, common.organ, common.year);
      return { ...data, ...common, due: duties.find(({ duty }) => duty === data.duty) } as never;
    },
  },
};
