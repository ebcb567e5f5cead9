import { z } from 'zod';
import { emailField } from '../identity/email-address.ts';
import { lineAnswer, textAnswer } from '../question/answer.ts';
import { teamContent as content } from './team-content.ts';

export const inviteForm = z.object({
  email: emailField(content.invite.emailMissing),
  role: z.enum(['training-officer', 'staff'], content.invite.roleMissing),
});

export const handOverForm = z.object({
  email: emailField(content.handOver.emailMissing),
  reason: textAnswer(content.handOver.reasonMissing, { max: 1000 }),
});

export const rankForm = z.object({ rank: lineAnswer(content.answer.rankMissing, { max: 80 }) });

export const joinForm = z.object({ note: textAnswer(content.join.noteMissing, { max: 1000 }) });
