import { say, type ErrorText } from './error-text';

/** Refusals around applications for a licence: taking in, more time, renewal (受理、延长办理期限、延续). */
export const LICENCE_ERRORS = {
  NOT_TO_BE_ADMITTED: say(409, '备案没有受理的环节', '受理和不予受理只适用于许可申请；备案请直接办理。'),
  NOT_ADMITTED_YET: say(
    409,
    '申请还没有受理',
    '退回补正的许可申请还没有受理，不能作出不予许可的决定；申请人逾期没有补正的，视为撤回申请。',
  ),
  ADMITTED_ALREADY: say(
    409,
    '申请已经受理',
    '已经受理或者逾期没有告知、视为受理的申请，不能再退回补正或者不予受理，请审查后作出决定。',
  ),
  NOT_EXTENDABLE: say(
    409,
    '本件不能延长办理期限',
    '只有许可申请的办理期限可以依法延长，备案没有这样的规定。',
  ),
  EXTENSION_TOO_LATE: say(
    409,
    '办理期限已经届满',
    '延长办理期限应当在期限届满以前报请和批准，请尽快作出决定。',
  ),
  EXTENDED_ALREADY: say(409, '办理期限已经延长过', '一件许可申请的办理期限只能延长一次。'),
  EXTENSION_ASKED_ALREADY: say(409, '已经报请延长办理期限', '上一次报请还没有答复，请等批准人答复。'),
  EXTENSION_NEEDS_ANOTHER: say(
    403,
    '报请人不能自己批准',
    '延长办理期限由本机关负责人批准，不能由报请的人自己批准。',
  ),
  EXTENSION_BEYOND_LICENCE: say(
    409,
    '延长后超过许可有效期',
    '延续申请应当在许可有效期届满前作出决定，延长后的期限超过有效期，不能延长；逾期未作决定的，视为准予延续。',
  ),
  RENEWED_AHEAD: say(
    409,
    '许可还不能再延续',
    '现有许可剩下的有效期比一次准予的有效期还长：已经准予的延续还没有开始计算。请在它开始以后再申请延续。',
  ),
  RENEWAL_OVERTAKEN: say(
    409,
    '填写以后机构的登记信息已有变更',
    '本件填写以后，这家机构经准予变更了{items}，本件填的与名录现在的不同。申请人：请把这些项目改为名录现在的内容再提交，确需再改的另行办理变更。办理人：核对以后可以按名录现在的内容准予。',
  ),
  RENEWAL_VOID: say(
    409,
    '申请延续的许可已经不在',
    '申请延续的许可已被撤销、注销，或者机构已终止服务，没有可以延续的许可，不能准予。请不予许可并说明理由；申请人符合条件的，可以另行首次申请。',
  ),
  RENEWED_ALREADY: say(
    409,
    '已经视为准予延续',
    '许可有效期届满前没有作出决定，依法视为准予延续，不能再作出不予许可的决定，也不能撤回申请。办理人：请换发许可证；认为不应当准予延续的，依照撤销许可的规定办理。申请人：不再需要许可的，请办理终止服务。',
  ),
} as const satisfies Readonly<Record<string, ErrorText>>;
