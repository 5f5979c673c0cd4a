/** The demonstration's role cards, in the order in which a visitor meets them. Their accounts are those of the demonstration's cast. */
export const roleCards = [
  {
    account: 'kazuo-leader',
    title: '监管主管',
    organ: '喀左县司法局',
    about: '在案件看板上看每个案件走到哪一步、下一个期限是哪天，逾期的一眼可见。',
  },
  {
    account: 'kazuo-officer',
    title: '科室人员',
    organ: '喀左县司法局',
    about: '办理案件、主持抽取：冻结名录、见证人封存、揭晓，人人可复算。',
  },
  {
    account: 'kazuo-head',
    title: '科室负责人',
    organ: '喀左县司法局',
    about: '批准检查、审批检查结果；科室提请作废一次抽取的，由他作为第二人决定。',
  },
  {
    account: 'chaozhou-auditor',
    title: '纪检审计',
    organ: '潮州市司法局',
    about: '逐步回放任一案件，比对任意两步，导出审计包，在自己的机器上核验。',
  },
  {
    account: 'kazuo-rectification',
    title: '整改专员',
    organ: '喀左县司法局',
    about: '按期限跟进责令改正与回访，直至销号；逾期的排在最前，可以一并催办。',
  },
  {
    account: 'chaozhou-lawyer-officer',
    title: '律师工作管理科',
    organ: '潮州市司法局',
    about: '2024 年律师事务所抽查任务已分配，名录 48 家，等待抽取。',
  },
  {
    account: 'chaozhou-lawyer-head',
    title: '律师工作管理科负责人',
    organ: '潮州市司法局',
    about: '同意或不同意作废律师工作管理科的抽取，批准检查、审批检查结果。',
  },
  {
    account: 'chaozhou-supervision',
    title: '法治督察科',
    organ: '潮州市司法局',
    about: '统看各科室与各县：发布计划、分配任务、接收备份与年度总结。',
  },
] as const;
