//! `comity officer`: the first administrator of a party is invited here, and the last one revoked.

use std::process::ExitCode;

use app::office::{Invitation, Invite, Office, OfficerId, OfficerView, Role, credential_text};
use clap::{Subcommand, ValueEnum};
use model::PartyId;
use serde_json::{Value, json};

use crate::commands::Ended;
use crate::console::Console;
use crate::data_dir;
use crate::desk::DeskArgs;
use crate::failure::Failure;
use crate::place::Data;
use crate::serving::DEFAULT_PORT;

/// What to do with officers.
#[derive(clap::Args, Debug)]
pub struct Args {
    #[command(subcommand)]
    what: What,
}

#[derive(Subcommand, Debug)]
enum What {
    /// Makes a link with which somebody becomes an officer of a party. It works once, for three days.
    #[command(
        after_help = "Examples:\n  comity officer invite --party did:web:ministry.example --role administrator --name \"A. Officer\" --data ./registry\n  comity officer invite --party did:web:ministry.example --role administrator --role signatory --public-url https://registry.example\n\nWorks while the registry is served. Whoever opens the link first becomes the officer: hand it over in person."
    )]
    Invite(InviteArgs),
    /// Lists the officers of a party, their passkeys, and who is invited.
    #[command(
        after_help = "Examples:\n  comity officer list --party did:web:ministry.example --data ./registry\n  comity officer list --party did:web:ministry.example --json"
    )]
    List(ListArgs),
    /// Revokes an officer with every passkey and session, or withdraws an invitation. It works at once.
    #[command(
        after_help = "Examples:\n  comity officer revoke 0123456789abcdef0123456789abcdef --data ./registry"
    )]
    Revoke(RevokeArgs),
    /// Makes a new secret and seals every held key under it; the former one opens nothing any more.
    #[command(
        after_help = "Examples:\n  comity officer rotate-secret --data ./registry\n  comity officer rotate-secret --data ./registry --office-secret /secrets/office.secret\n\nIf it is broken off, run it again: it goes on where it was. A server that runs meanwhile signs with no held key until it is started again. Backups from before still open under the former secret alone: keep it as long as you keep them, or delete both."
    )]
    RotateSecret(RotateArgs),
}

#[derive(clap::Args, Debug)]
struct InviteArgs {
    /// For which party.
    #[arg(long, value_name = "DID")]
    party: PartyId,
    /// What the officer may do; give it again for several roles.
    #[arg(long, value_enum, required = true)]
    role: Vec<RoleName>,
    /// Name of the officer.
    #[arg(long, default_value = "Administrator")]
    name: String,
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct ListArgs {
    /// Of which party.
    #[arg(long, value_name = "DID")]
    party: PartyId,
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct RevokeArgs {
    /// The officer, as `comity officer list` names it.
    officer: String,
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    data: Data,
}

#[derive(clap::Args, Debug)]
struct RotateArgs {
    #[command(flatten)]
    desk: DeskArgs,
    #[command(flatten)]
    data: Data,
}

/// A role, as it is written here.
#[derive(Clone, Copy, Debug, ValueEnum)]
enum RoleName {
    /// Invites and revokes officers, looks after keys, reads the audit trail.
    Administrator,
    /// Writes acts.
    Drafter,
    /// Writes acts, signs and submits them.
    Signatory,
}

impl From<RoleName> for Role {
    fn from(name: RoleName) -> Self {
        match name {
            RoleName::Administrator => Self::Administrator,
            RoleName::Drafter => Self::Drafter,
            RoleName::Signatory => Self::Signatory,
        }
    }
}

/// Does it.
pub fn run(args: &Args, console: Console) -> Ended {
    match &args.what {
        What::Invite(args) => invite(args, console)?,
        What::List(args) => list(args, console)?,
        What::Revoke(args) => revoke(args, console)?,
        What::RotateSecret(args) => rotate(args, console)?,
    }
    Ok(ExitCode::SUCCESS)
}

/// The desk of a registry that may be served meanwhile.
pub fn open(desk: &DeskArgs, data: &Data, console: Console) -> Result<Office, Failure> {
    let app = data_dir::open_for_reading(data.directory(), console)?;
    desk.open(app, data.directory(), DEFAULT_PORT)
}

fn invite(args: &InviteArgs, console: Console) -> Result<(), Failure> {
    let office = open(&args.desk, &args.data, console)?;
    let roles = args.role.iter().map(|role| Role::from(*role)).collect();
    let invited = office.invite_from_console(&args.party, &Invite { name: args.name.clone(), roles });
    let link = invited.map_err(|error| Failure::of(&error))?;
    let url = office.invitation_url(&link, "en");
    let until = app::clock::to_minute(link.expires_at);
    console.result(
        &json!({ "officer": link.officer.to_string(), "url": url, "expires_at": link.expires_at }),
        format!("{url}\nWorks once, until {until} UTC. Officer {}.", link.officer),
    )
}

fn list(args: &ListArgs, console: Console) -> Result<(), Failure> {
    let office = open(&args.desk, &args.data, console)?;
    let officers = office.officers_of(&args.party).map_err(|error| Failure::of(&error))?;
    if console.is_json() {
        let expired = officers.expired.iter().map(|invitation| (invitation, true));
        let invited = officers.invitations.iter().map(|invitation| (invitation, false)).chain(expired);
        let invited = invited.map(|(invitation, is_expired)| {
            json!({
                "officer": invitation.officer.to_string(), "name": invitation.name,
                "roles": invitation.roles.to_string(), "expires_at": invitation.expires_at,
                "is_expired": is_expired,
            })
        });
        let value = json!({
            "officers": officers.officers.iter().map(as_json).collect::<Vec<_>>(),
            "invited": invited.collect::<Vec<_>>(),
        });
        return console.json(&value);
    }
    for OfficerView { officer, passkeys } in &officers.officers {
        let revoked = if officer.revoked_at.is_some() { "  revoked" } else { "" };
        let good = passkeys.iter().filter(|passkey| passkey.revoked_at.is_none()).count();
        console
            .line(format!("{}  {}  {}  {good} passkeys{revoked}", officer.id, officer.name, officer.roles))?;
    }
    let told = |invitations: &[Invitation], what: &str| {
        invitations.iter().try_for_each(|invitation| {
            let until = app::clock::to_minute(invitation.expires_at);
            let Invitation { officer, name, roles, .. } = invitation;
            console.line(format!("{officer}  {name}  {roles}  {what} {until} UTC"))
        })
    };
    told(&officers.invitations, "invited until")?;
    told(&officers.expired, "invitation expired")
}

fn rotate(args: &RotateArgs, console: Console) -> Result<(), Failure> {
    let open = |secret: &_| {
        let app = data_dir::open_for_reading(args.data.directory(), console)?;
        args.desk.open_under(secret, app, args.data.directory(), DEFAULT_PORT)
    };
    let count = args.desk.rotate_secret(args.data.directory(), open)?;
    console.result(
        &json!({ "resealed": count }),
        format!("{count} held keys are sealed under a new secret. Start the server again."),
    )
}

fn as_json(view: &OfficerView) -> Value {
    let passkeys = view.passkeys.iter().map(|passkey| {
        json!({
            "passkey": credential_text(&passkey.credential), "since": passkey.since, "used_at": passkey.used_at,
            "revoked_at": passkey.revoked_at,
        })
    });
    json!({
        "officer": view.officer.id.to_string(), "name": view.officer.name, "roles": view.officer.roles.to_string(),
        "since": view.officer.since, "revoked_at": view.officer.revoked_at, "passkeys": passkeys.collect::<Vec<_>>(),
    })
}

fn revoke(args: &RevokeArgs, console: Console) -> Result<(), Failure> {
    let office = open(&args.desk, &args.data, console)?;
    let id: OfficerId = args.officer.parse().map_err(|error: app::office::IdError| Failure::of(&error))?;
    office.revoke_officer_from_console(&id).map_err(|error| Failure::of(&error))?;
    console.result(&json!({ "revoked": id.to_string() }), format!("Revoked {id}."))
}
