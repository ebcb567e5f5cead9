import { Hono } from 'hono';
import { z } from 'zod';
import { actingAs } from '../database/acting.ts';
import { type ImportContext, importPath, openImport } from '../file-import/import-context-routes.ts';
import type { ImportDesk } from '../file-import/import-desk.tsx';
import type { AppEnv } from '../http/environment.ts';
import { type FormFields, readForm, sentText, smallBody } from '../http/form.ts';
import { agencyAct } from '../team/agency-act-routes.ts';
import type { FormErrors } from '../uswds/form-errors.ts';
import { mayKeepAcknowledgments } from './acknowledgment-access.ts';
import type { SignOffKey } from './sign-off-decision.ts';
import {
  listWrittenSigners,
  reopenSigner,
  type SignerAnswer,
  settleSigners,
  type WrittenSigner,
} from './sign-off-decision-actions.ts';
import type { SignOffImport, SignOffTypes } from './sign-off-import.ts';
import { signOffWords } from './sign-off-import-content.ts';
import { settleImportedList } from './sign-off-late-actions.ts';
import { isOpenToSettle, isSettledLate, planAnew } from './sign-off-settling-routes.ts';
import { nobodyChoice, SignOffWhoPage } from './sign-off-who-page.tsx';

const pageSize = 25;
const settledShown = 100;
const notices: Readonly<Record<string, string>> = {
  settled: signOffWords.who.done,
  recorded: signOffWords.who.recorded,
};
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

/** Who the people of a list are whom nobody could place, said once and remembered. */
export function signOffWhoRoutes(desk: ImportDesk<SignOffTypes>): Hono<AppEnv> {
  const routes = new Hono<AppEnv>();
  const path = '/workspace/:agency/policy/acknowledgments/import/:id/who';

  routes.get(path, mayKeepAcknowledgments, async (c) => {
    const found = await openImport(c, desk);
    const isShown = await isOpenToSettle(c, found);
    return isShown ? answer(c, desk, found) : c.redirect(importPath(c, desk, found.id), 303);
  });

  routes.post(path, mayKeepAcknowledgments, smallBody, async (c) => {
    const { acting, deps } = c.var;
    const found = await openImport(c, desk);
    const fields = await readForm(c);
    const here = importPath(c, desk, found.id);
    const isLate = await isSettledLate(c, found);
    const reopened = sentText(fields, 'reopen');
    if (isLate ? reopened !== '' : found.state !== 'planned') return c.redirect(here, 303);
    const { signers } = await shownSigners(c, found);
    const answers = answersIn(signers, fields);
    if (reopened === '' && answers.size === 0)
      return answer(c, desk, found, { fields, errors: { form: signOffWords.who.noAnswer } });
    if (isLate) return settleLate(c, desk, found, { fields, answers, signers });
    const unknown = await actingAs(deps.db.app, acting, async (tx) => {
      if (reopened === '') return settleSigners(tx, agencyAct(c.var), answers);
      await reopenSigner(tx, agencyAct(c.var), reopened as SignOffKey);
      return [];
    });
    if (unknown.length > 0)
      return answer(c, desk, found, { fields, errors: unknownErrors(signers, unknown) });
    return c.redirect((await planAnew(c, desk, found)) ? `${here}/who?done=settled` : here, 303);
  });

  return routes;
}

/** Who they are is said after the list was imported: they are recorded at once, and go with it when it is undone. */
async function settleLate(
  c: ImportContext,
  desk: ImportDesk<SignOffTypes>,
  found: SignOffImport,
  { fields, answers, signers }: Sent,
): Promise<Response> {
  const { acting, deps, agency } = c.var;
  const act = { ...agencyAct(c.var), timeZone: agency.timeZone };
  const outcome = await actingAs(deps.db.app, acting, (tx) =>
    settleImportedList(tx, act, found.id, { is: 'signers', answers }),
  );
  const here = importPath(c, desk, found.id);
  if (outcome.ok) return c.redirect(`${here}/who?done=recorded`, 303);
  if (outcome.refusal.code === 'list-closed') return c.redirect(here, 303);
  return answer(c, desk, found, { fields, errors: unknownErrors(signers, outcome.refusal.keys) });
}

interface Sent {
  readonly fields: FormFields;
  readonly answers: ReadonlyMap<SignOffKey, SignerAnswer>;
  readonly signers: readonly WrittenSigner[];
}

function shownSigners(c: ImportContext, found: SignOffImport) {
  const { agency, acting, deps } = c.var;
  const offset = (pageNumber.parse(c.req.query('page')) - 1) * pageSize;
  return actingAs(deps.db.app, acting, (tx) =>
    listWrittenSigners(tx, agency.id, found.id, { shown: 'open', limit: pageSize, offset }),
  );
}

/** What was said of those shown; a number typed comes before a choice, since it is what somebody wrote last. */
function answersIn(
  signers: readonly WrittenSigner[],
  fields: FormFields,
): ReadonlyMap<SignOffKey, SignerAnswer> {
  const answers = new Map<SignOffKey, SignerAnswer>();
  for (const { key, row } of signers) {
    const [number, who] = [sentText(fields, `number-${row}`).trim(), sentText(fields, `who-${row}`)];
    if (number !== '') answers.set(key, { is: 'number', number });
    else if (who === nobodyChoice) answers.set(key, { is: 'nobody' });
    else if (who !== '') answers.set(key, { is: 'person', staff: who });
  }
  return answers;
}

function unknownErrors(signers: readonly WrittenSigner[], unknown: readonly SignOffKey[]): FormErrors {
  const rows = signers.filter(({ key }) => unknown.includes(key)).map(({ row }) => row);
  return Object.fromEntries(rows.map((row) => [`number-${row}`, signOffWords.who.numberUnknown]));
}

async function answer(
  c: ImportContext,
  desk: ImportDesk<SignOffTypes>,
  found: SignOffImport,
  again?: { readonly fields: FormFields; readonly errors: FormErrors },
): Promise<Response> {
  const { agency, acting, deps } = c.var;
  const open = await shownSigners(c, found);
  const settled = await actingAs(deps.db.app, acting, (tx) =>
    listWrittenSigners(tx, agency.id, found.id, { shown: 'settled', limit: settledShown, offset: 0 }),
  );
  if (again) c.status(422);
  const typed = again
    ? Object.fromEntries(Object.keys(again.fields).map((name) => [name, sentText(again.fields, name)]))
    : {};
  return c.render(
    <SignOffWhoPage
      agency={agency}
      path={importPath(c, desk, found.id)}
      open={open.signers}
      openTotal={open.total}
      settled={settled.signers}
      settledTotal={settled.total}
      page={pageNumber.parse(c.req.query('page'))}
      pageSize={pageSize}
      typed={typed}
      isLate={found.state !== 'planned'}
      notice={again ? undefined : notices[c.req.query('done') ?? '']}
      errors={again?.errors}
    />,
  );
}
