-- The four roles of one shop, and who may enter its database at all.
--
-- Run it in the shop's own database, as its owner with the right to create roles, or as a superuser:
--     psql --dbname=SHOP --file=1-roles.sql --file=2-rights.sql
-- `cordial migrate --roles` does the same. It may be run again at any time, and changes nothing that stands already.
--
-- The names begin with the database's, so that two shops on one server never meet:
--     SHOP_migrator   owns the tables; brings them to a new version, restores backups
--     SHOP_owner      reads and writes every record
--     SHOP_packer     the bench: open orders and what a parcel needs, nothing else (2-rights.sql)
--     SHOP_backup     reads everything, writes nothing
-- None of them can log in. A login is made apart, and is given one of them (README.md). No password stands here.

\set ON_ERROR_STOP on
\set migrator :DBNAME _migrator
\set owner :DBNAME _owner
\set packer :DBNAME _packer
\set backup :DBNAME _backup

DO $$
DECLARE
    part text;
    name text;
BEGIN
    FOREACH part IN ARRAY ARRAY['migrator', 'owner', 'packer', 'backup'] LOOP
        name := current_database() || '_' || part;
        IF octet_length(name) > 63 THEN
            RAISE EXCEPTION 'The name of the database is too long for roles named after it: 54 letters at most.';
        END IF;
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = name) THEN
            EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION', name);
        END IF;
    END LOOP;
    -- whoever runs this hands the tables over, for which one has to be a member of the new owner with its rights: since
    -- PostgreSQL 16 who made a role may only administer it
    name := current_database() || '_migrator';
    IF NOT pg_catalog.pg_has_role(current_user, name, 'USAGE') THEN
        EXECUTE format('GRANT %I TO CURRENT_USER', name);
    END IF;
    -- a database on an older server lets everybody make tables and functions in it, by which one role deceives another
    EXECUTE 'REVOKE ALL ON SCHEMA public FROM PUBLIC';
    IF EXISTS (
        SELECT FROM pg_catalog.pg_namespace AS n, pg_catalog.aclexplode(n.nspacl) AS a
        WHERE n.nspname = 'public' AND a.grantee = 0 AND a.privilege_type = 'CREATE'
    ) THEN
        RAISE EXCEPTION 'Everybody may create things in the schema “public”. Have a superuser run here: REVOKE CREATE ON SCHEMA public FROM PUBLIC';
    END IF;
END
$$;

REVOKE ALL ON DATABASE :"DBNAME" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"DBNAME" TO :"migrator", :"owner", :"packer";
GRANT CREATE ON DATABASE :"DBNAME" TO :"migrator";
GRANT CONNECT ON DATABASE :"DBNAME" TO :"backup";

GRANT USAGE, CREATE ON SCHEMA public TO :"migrator";
GRANT USAGE ON SCHEMA public TO :"owner", :"packer", :"backup";

-- What a later version brings is open to the owner and to backups at once, and closed to the bench until it is opened.
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO :"owner";
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA public GRANT SELECT, USAGE, UPDATE ON SEQUENCES TO :"owner";
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA public GRANT SELECT ON TABLES TO :"backup";
ALTER DEFAULT PRIVILEGES FOR ROLE :"migrator" IN SCHEMA public GRANT SELECT ON SEQUENCES TO :"backup";
