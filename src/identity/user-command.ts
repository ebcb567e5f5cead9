import { parseArgs } from 'node:util';
import { type CommandIo, type ExitCode, UsageError } from '../command-line/usage.ts';
import { actingAs } from '../database/acting.ts';
import type { Databases } from '../database/database.ts';
import { emailField } from './email-address.ts';
import type { Identity } from './identity.ts';
import { campaignRoles } from './membership.ts';
import { grantCampaignRole, listCampaignMembers } from './membership-actions.ts';
import { ensurePerson, findPersonByEmail, type KnownPerson, listPeople, updateName } from './person-store.ts';
import type { CampaignRole } from './viewer.ts';

export interface UserCommandDeps {
  readonly db: Databases;
  readonly identity: Identity;
}

const usage = `Write one of:
  onemind user add EMAIL --name NAME [--campaign administrator|reviewer|editor|assistance-lead]
  onemind user list
  onemind user link EMAIL
  onemind user revoke-sessions EMAIL
  onemind user reset-codes EMAIL`;

/** `onemind user`: people and their roles in the campaign, for whoever runs the server. */
export async function runUserCommand(
  argv: readonly string[],
  deps: UserCommandDeps,
  io: CommandIo,
): Promise<ExitCode> {
  const { positionals, values } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: { name: { type: 'string' }, campaign: { type: 'string' } },
  });
  const [verb, email, ...more] = positionals;
  if (more.length > 0) throw new UsageError(usage);
  switch (verb) {
    case 'add':
      return addUser(deps, io, { email: emailOf(email), name: values.name, role: roleOf(values.campaign) });
    case 'list':
      return listUsers(deps, io);
    case 'link':
      return printLink(deps, io, emailOf(email));
    case 'revoke-sessions':
      return revokeSessions(deps, io, emailOf(email));
    case 'reset-codes':
      return resetCodes(deps, io, emailOf(email));
    default:
      throw new UsageError(usage);
  }
}

interface UserToAdd {
  readonly email: string;
  readonly name: string | undefined;
  readonly role: CampaignRole | undefined;
}

/** Adding somebody again gives them the new name or role and takes nothing away. */
async function addUser(deps: UserCommandDeps, io: CommandIo, user: UserToAdd): Promise<ExitCode> {
  const name = user.name?.trim() ?? '';
  const person = await ensurePerson(deps.db.identity, user.email, name);
  if (name !== '' && person.name !== name) await updateName(deps.db.identity, person.id, name);
  const { role } = user;
  if (role) {
    await actingAs(deps.db.app, { as: 'system' }, (tx) => grantCampaignRole(tx, { person: person.id, role }));
  }
  io.out(`${user.email} can sign in${role ? ` as ${role} of the campaign` : ''}.`);
  io.out(`Without a mail server, print a link with: onemind user link ${user.email}`);
  return 0;
}

async function listUsers(deps: UserCommandDeps, io: CommandIo): Promise<ExitCode> {
  const people = await listPeople(deps.db.identity);
  const members = await actingAs(deps.db.app, { as: 'system' }, listCampaignMembers);
  for (const person of people) {
    const roles = members.filter((member) => member.person === person.id).map((member) => member.role);
    io.out([person.email, person.name, roles.join(', ')].join('\t'));
  }
  return 0;
}

async function printLink(deps: UserCommandDeps, io: CommandIo, email: string): Promise<ExitCode> {
  const person = await knownPerson(deps, io, email);
  if (!person) return 1;
  io.out(await deps.identity.makeSignInLink(person.email));
  io.err('Whoever opens this link within 15 minutes is signed in as this person. It works once.');
  return 0;
}

async function revokeSessions(deps: UserCommandDeps, io: CommandIo, email: string): Promise<ExitCode> {
  const person = await knownPerson(deps, io, email);
  if (!person) return 1;
  const ended = await deps.identity.sessions.endAll(person.id);
  io.out(`${ended} ${ended === 1 ? 'session' : 'sessions'} of ${email} ended.`);
  return 0;
}

/** For somebody who lost phone and backup codes. Their sessions end too, since the phone may be in other hands. */
async function resetCodes(deps: UserCommandDeps, io: CommandIo, email: string): Promise<ExitCode> {
  const person = await knownPerson(deps, io, email);
  if (!person) return 1;
  await deps.identity.secondFactor.reset(person.id);
  await deps.identity.sessions.endAll(person.id);
  io.out(`${email} signs in with the emailed link alone until they set up sign-in codes again.`);
  return 0;
}

async function knownPerson(
  deps: UserCommandDeps,
  io: CommandIo,
  email: string,
): Promise<KnownPerson | undefined> {
  const person = await findPersonByEmail(deps.db.identity, email);
  if (!person)
    io.err(`Nobody has the address ${email}. Add them with: onemind user add ${email} --name NAME`);
  return person;
}

function emailOf(text: string | undefined): string {
  const parsed = emailField('Write an email address, like name@example.org.').safeParse(text);
  if (!parsed.success) throw new UsageError(`${parsed.error.issues[0]?.message ?? ''}\n${usage}`);
  return parsed.data;
}

function roleOf(text: string | undefined): CampaignRole | undefined {
  if (text === undefined) return undefined;
  const role = campaignRoles.find((known) => known === text);
  if (!role) throw new UsageError(`There is no campaign role "${text}".\n${usage}`);
  return role;
}
