import type { InspectorField } from '@srd/domain/inspectors';
import type { Day, Id } from '@srd/kernel';
import type { OrganId } from './organs';

/** An inspector of the demonstration: the person of an inspector's account, with a certificate. */
export interface DemoInspector {
  readonly person: Id;
  readonly organ: OrganId;
  readonly section: Id;
  readonly fields: readonly InspectorField[];
  readonly validFrom: Day;
  readonly validUntil: Day;
}

/** 执法领域 of an inspector of a 司法局: all of legal service, so that who is barred is barred for a reason of their own. */
const services: readonly InspectorField[] = ['law-firm', 'grassroots-office', 'notary-office', 'forensic-institution'];

/** Runs out after the enrolment and before the visit days of 2024. */
export const EXPIRING = { person: 'p-chaozhou-inspector-4', validUntil: '2024-08-31' as Day };
/** Took part in the special inspection of spring 2024, which rotation counts. */
export const ROTATING = 'p-chaozhou-inspector-2';

/** Sections of each organ's inspectors, one entry a person. */
const sections: Readonly<Record<OrganId, readonly string[]>> = {
  chaozhou: [...Array<string>(4).fill('lawyer-administration'), ...Array<string>(4).fill('public-legal-services')],
  fagaiju: Array<string>(4).fill('price-supervision'),
  kazuo: Array<string>(5).fill('legal-services'),
  raoping: Array<string>(3).fill('legal-services'),
};

/** 8 of the city, 4 of 市发改局, 5 of one county and 3 of the other. */
export const inspectors: readonly DemoInspector[] = (Object.keys(sections) as OrganId[]).flatMap((organ) =>
  sections[organ].map((section, index) => {
    const person = `p-${organ}-inspector-${index + 1}`;
    const validUntil = person === EXPIRING.person ? EXPIRING.validUntil : (`${2026 + (index % 3)}-12-31` as Day);
    const fields: readonly InspectorField[] = organ === 'fagaiju' ? ['price'] : services;
    return { person, organ, section, fields, validFrom: '2021-01-01' as Day, validUntil };
  }),
);

/** 利害关系 of 2024: for whichever notary office is drawn somebody stands back, and for several law firms. */
export const interests = [
  { person: 'p-chaozhou-inspector-7', institution: 'cz-no-1', relation: 'former-employment', leftOn: '2022-03-31' },
  { person: 'p-chaozhou-inspector-8', institution: 'cz-no-2', relation: 'kin', leftOn: null },
  { person: 'p-chaozhou-inspector-6', institution: 'cz-no-3', relation: 'teacher-student', leftOn: null },
  ...[1, 4, 9, 13, 22].map((firm) => ({
    person: 'p-chaozhou-inspector-1',
    institution: `cz-lf-${String(firm).padStart(2, '0')}`,
    relation: 'representation',
    leftOn: null,
  })),
  ...[7, 16, 28, 35, 41].map((firm) => ({
    person: 'p-chaozhou-inspector-3',
    institution: `cz-lf-${String(firm).padStart(2, '0')}`,
    relation: 'debt',
    leftOn: null,
  })),
] as const;
