import { inspectionCase } from '@srd/domain/case';
import { currentRules } from '@srd/domain/organ';
import { standing, type StandingCommand } from '@srd/domain/standing';
import type { RecordedEvent } from '@srd/kernel';
import type { Reaction } from '@srd/runtime';
import { CommandStanding } from '../aggregates';
import { organIn } from '../desks/plans';
import { standingDesk, standingId } from '../desks/standings';
import type { Follow } from './follow';

const OPEN = ['proposed', 'notified', 'heard', 'listed'];

/**
 * 通过登记的住所或者执业场所无法联系的，列入执业异常对象名单 (R83, shall): once such a finding with its two dated attempts is approved, the proposal
 * follows by itself, as the proposal of who recorded it; a leader decides. Where the organ names no legal basis, nobody is proposed (C19).
 */
export function unreachable(follow: Follow): Reaction {
  const propose = async (event: RecordedEvent): Promise<void> => {
    const evidence = follow.evidence(event);
    const file = await evidence.of(inspectionCase, event.stream);
    if (!file) return;
    const { sections, findings, dispositions, object, opened } = file.context;
    if (!sections.every(({ status }) => status === 'approved' || status === 'absent')) return;
    const measured = new Set(dispositions.map(({ finding }) => finding));
    const finding = findings.find(
      (one) => one.resultClass === 'unreachable' && !one.withdrawn && !measured.has(one.finding),
    );
    const recordedBy = sections.find(({ department }) => department === finding?.department)?.recordedBy;
    if (!finding || !object || !recordedBy || finding.contacts.length < 2) return;
    const { rules } = currentRules(await organIn(evidence, opened.organ));
    const legalBasis = rules.listingBasis?.value.unreachable;
    const id = standingId(object.id, 'abnormal');
    const { stage } = await evidence.of(standing, standingDesk.stream(id));
    if (!legalBasis || OPEN.includes(stage)) return;
    const data = {
      case: event.stream.slice('case-'.length),
      ground: 'unreachable',
      legalBasis,
      class: null,
      reason: `${finding.contacts.length}次联系未果，应当列入`,
      contactAttempts: finding.contacts.map(({ on, evidence: paper }) => ({ attemptedOn: on, evidence: [paper] })),
      proposedBy: recordedBy,
    };
    // Organ, object, list and disposition are added at the desk, as for everybody.
    const command = { type: 'ProposeListing', data } as unknown as StandingCommand;
    await follow.give(event, 'unreachable', CommandStanding, id, command, evidence);
  };
  return { name: 'unreachable-institutions', on: { FindingsApproved: propose, DepartmentAbsent: propose } };
}
