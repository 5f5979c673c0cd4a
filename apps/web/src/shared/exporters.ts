/** Who may take a bundle out of the house, as the server has it. */
export const exporters = ['auditor', 'leader', 'supervision-officer', 'section-head', 'section-officer'];
