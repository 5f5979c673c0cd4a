import { refuser, type RefusalTable } from '@srd/kernel';

/** What the door itself refuses, before any rule is asked. */
export const doorRefusals = {
  UNKNOWN_SUBJECT: { title: '没有找到', basis: '本系统', status: 404 },
  INVALID_ID: { title: '编号不合格式', basis: '本系统', status: 422 },
  ROLE_MISSING: { title: '没有此项权限', basis: '岗位职责', status: 403 },
  OTHER_ORGAN: { title: '不属于本机关', basis: '岗位职责', status: 403 },
  OTHER_SECTION: { title: '不属于本科室', basis: 'B二(三)', status: 403 },
  NO_CASE_WAITS: { title: '没有待指派的案件', basis: 'B二(九)' },
  CASES_NOT_REACHED: { title: '抽中对象尚未全部进入案件', basis: 'B二(九)' },
  RESULT_OF_OTHER_DRAW: { title: '结果与抽取的种类不符', basis: 'B二(九)', status: 422 },
  SECRET_UNREADABLE: { title: '承诺的密值无法读取：请核对密钥文件；确已丢失的，记录为“密值丢失”', basis: 'srd-draw/1' },
  SECRET_READABLE: { title: '密值可以读取，抽取应继续揭晓', basis: 'srd-draw/1' },
  SECTION_NOT_FOR_SECTOR: { title: '该科室不主管这一行业', basis: 'A一、A二(一)', status: 422 },
  NOT_THE_HOLDER: { title: '所写的账户没有相应岗位', basis: '岗位职责', status: 422 },
  ITEM_NOT_IN_FORCE: { title: '事项不在公布的清单中', basis: 'B二(六)', status: 422 },
  OTHER_PERSON: { title: '只能申报本人的利害关系', basis: 'B二(九)', status: 403 },
  UNKNOWN_DRAW_LINK: { title: '链接无效', basis: '本系统', status: 404 },
  LOGIN_TAKEN: { title: '该登录名已属于另一账户', basis: '本系统' },
  PASSWORD_PUBLISHED: { title: '演示账号的密码是公开的，正式运行不能使用', basis: '本系统', status: 422 },
  OWN_CREDENTIAL: { title: '不能由此更改自己的登录名和密码', basis: '岗位职责', status: 403 },
  UNKNOWN_LOG_WITNESS: { title: '不是本日志登记的见证人', basis: 'srd-log/1', status: 403 },
  COSIGNATURE_REFUSED: { title: '联署不能核验', basis: 'srd-log/1', status: 422 },
  CHECKPOINT_UNKNOWN: { title: '没有公布过这一检查点', basis: 'srd-log/1', status: 404 },
  CHECKPOINT_AWAITED: { title: '承诺值尚未列入公布的检查点，请稍后再封存', basis: 'srd-draw/1' },
  PURPOSE_REQUIRED: { title: '请先说明查阅目的', basis: '全程留痕', status: 403 },
  ATTACHMENT_NAME_INVALID: { title: '文件名不能接收', basis: '本系统', status: 422 },
  ATTACHMENT_TYPE_REFUSED: { title: '文件类型不能接收', basis: '本系统', status: 422 },
  ATTACHMENT_HARMFUL: { title: '文件有害，未予接收', basis: '本系统', status: 422 },
  ATTACHMENT_NOT_RECEIVED: { title: '没有收到所引用的文件', basis: '全程留痕', status: 422 },
  ATTACHMENT_SIZE_DIFFERS: { title: '文件大小与收到的不符', basis: '全程留痕', status: 422 },
  ATTACHMENT_UNKNOWN: { title: '案卷中没有这一附件', basis: '本系统', status: 404 },
  ATTACHMENT_NOT_KEPT: { title: '附件内容不在库中', basis: '全程留痕', status: 404 },
  ATTACHMENT_DAMAGED: { title: '附件已被改动', basis: '法发〔2016〕22号' },
  CLOCK_ONLY_FORWARD: { title: '演示时钟不能倒拨', basis: '本系统' },
} as const satisfies RefusalTable;

export const refuse = refuser(doorRefusals);
