import type { CommandRoute } from '../edge/command-controller';
import { RenameOrganDto, ReviseRulesDto, ReviseSectionsDto } from './organ.dto';

/** What people may ask of an organ: its rules, name and sections. */
export const organRoutes: Readonly<Record<string, CommandRoute>> = {
  ReviseRules: { form: ReviseRulesDto, summary: '修订本机关规则：每项注明出处和理由，此前的案件和抽取不受影响' },
  RenameOrgan: { form: RenameOrganDto, summary: '机关更名：此前的记录保留原名' },
  ReviseSections: { form: ReviseSectionsDto, summary: '调整科室及其主管行业' },
};
