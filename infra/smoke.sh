#!/usr/bin/env bash
# Drops one file into a deployed pipeline and waits for its receipt and its article. Exit code 0: both are there.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: infra/smoke.sh [--environment dev|prod] [--location REGION]
Needs: az (signed in as somebody who may drop files), curl.
EOF
}

environment=dev
location=westeurope
while (($#)); do
  case $1 in
    --environment) environment=${2:?--environment needs dev or prod}; shift 2 ;;
    --location) location=${2:?--location needs a region}; shift 2 ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

output() {
  az deployment sub show --name "pipeline-$environment-$location" --query "properties.outputs.$1.value" --output tsv
}
endpoint=$(output endpoint)
key=$(az functionapp keys list --resource-group "$(output resourceGroup)" --name "$(output appName)" \
  --query functionKeys.default --output tsv)
[[ -z ${GITHUB_ACTIONS:-} ]] || echo "::add-mask::$key"

name=smoke-$(date -u +%Y%m%dT%H%M%SZ)
file=$(mktemp)
trap 'rm -f "$file"' EXIT
printf -- '---\ntitle: %s\n---\nDropped after a deployment, to see that a file becomes an article.\n' "$name" > "$file"

# A role that was given a minute ago may not hold yet, and the app may start cold.
for _ in {1..30}; do
  az storage blob upload --auth-mode login --account-name "$(output dataAccountName)" --container-name incoming \
    --name "smoke/$name.md" --file "$file" --overwrite --output none && break
  sleep "${PIPELINE_WAIT_SECONDS:-10}"
done
for _ in {1..30}; do
  if curl -sf -H "x-functions-key: $key" "$endpoint/articles?source=smoke" | grep -q "$name"; then
    echo "$name was dropped and can be read."
    exit 0
  fi
  sleep "${PIPELINE_WAIT_SECONDS:-10}"
done
echo "$name was dropped, and cannot be read after five minutes. Its receipt:" >&2
curl -s -H "x-functions-key: $key" "$endpoint/files/smoke/$name.md" >&2
exit 1
