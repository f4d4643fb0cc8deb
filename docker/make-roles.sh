#!/bin/bash
# Run once by the PostgreSQL image, on an empty volume: the roles, their passwords, the database.
set -euo pipefail

as_superuser=(psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "$POSTGRES_USER")

"${as_superuser[@]}" --dbname template1 --file "${ROLES_SQL:-/roles.sql}"

"${as_superuser[@]}" --dbname postgres --set owner="$OWNER_PASSWORD" --set web="$WEB_PASSWORD" <<'SQL'
ALTER ROLE owner PASSWORD :'owner';
ALTER ROLE web PASSWORD :'web';
CREATE DATABASE familypartnership OWNER owner;
SQL
