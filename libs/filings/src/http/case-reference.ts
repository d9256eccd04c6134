import { Param } from '@nestjs/common';
import { withoutInvisible } from '@zhaoguan/kernel';

/** Kept without what nobody sees, as every text that is sent: whoever asks by the same signs means the same case. */
export const Reference = (): ParameterDecorator => Param('reference', { transform: withoutInvisible });
