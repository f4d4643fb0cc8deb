-- The two roles of every installation. Run by a superuser on template1 before any database is made, so that each
-- database made from it, a test's too, hands `web` exactly the rows of the tables that `owner` creates.
--   owner  owns the database, changes its tables, makes test databases; obeys row-level security
--   web    reads and writes rows; can't change a table, can't drop a trigger that guards one

DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'owner') THEN
        CREATE ROLE owner LOGIN NOSUPERUSER CREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'web') THEN
        CREATE ROLE web LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
END
$$;

GRANT web TO owner;  -- a test may say SET ROLE web and see what the site may not do

ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO web;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE, SELECT ON SEQUENCES TO web;
ALTER DEFAULT PRIVILEGES FOR ROLE owner GRANT USAGE ON SCHEMAS TO web;
