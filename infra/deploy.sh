#!/usr/bin/env bash
# From a subscription to a running pipeline: creates the resources, publishes the app, announces dropped files.
# Shows what would change and asks before it creates anything. Run it again to upgrade.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: infra/deploy.sh [--environment dev|prod] [--location REGION] [--yes]
Needs: az 2.75 with Bicep 0.38 or later (signed in, the right subscription chosen), dotnet, zip.
Further parameters: infra/main.bicepparam.
EOF
}

environment=dev
location=westeurope
answer=

while (($#)); do
  case $1 in
    --environment) environment=${2:?--environment needs dev or prod}; shift 2 ;;
    --location) location=${2:?--location needs a region}; shift 2 ;;
    --yes) answer=y; shift ;;
    --help) usage; exit 0 ;;
    *) usage >&2; exit 2 ;;
  esac
done

for tool in az dotnet zip; do
  command -v "$tool" >/dev/null || { echo "deploy.sh needs $tool on the PATH." >&2; exit 2; }
done

# need NAME VERSION LEAST: deployer() and onlyIfNotExists() are younger than what many machines have.
need() {
  [[ $(printf '%s\n%s\n' "$3" "$2" | sort -V | head -1) == "$3" ]] || { echo "deploy.sh needs $1 $3 or later; this is ${2:-unknown}." >&2; exit 2; }
}
need az "$(az version --query '"azure-cli"' --output tsv)" 2.75.0
need Bicep "$(az bicep version | sed -nE 's/.*version ([0-9.]+).*/\1/p')" 0.38.0

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
export PIPELINE_ENVIRONMENT=$environment PIPELINE_LOCATION=$location
deployment=pipeline-$environment-$location
subscription=$(az account show --query name --output tsv)

echo "Subscription '$subscription', environment '$environment', region '$location':"
az deployment sub what-if --name "$deployment" --location "$location" --parameters "$root/infra/main.bicepparam"

if [[ -z $answer ]]; then
  read -r -p "Create or change this? [y/N] " answer || true
fi
[[ $answer == [yY]* ]] || { echo "Nothing was created."; exit 1; }

echo "1/3 resources"
az deployment sub create --name "$deployment" --location "$location" \
  --parameters "$root/infra/main.bicepparam" --output none

output() {
  az deployment sub show --name "$deployment" --query "properties.outputs.$1.value" --output tsv
}
resourceGroup=$(output resourceGroup)
appName=$(output appName)
topicName=$(output topicName)
dataAccountName=$(output dataAccountName)
endpoint=$(output endpoint)
export resourceGroup appName topicName dataAccountName

echo "2/3 app"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$root/src/Pipeline.Functions" -c Release -o "$work/app" --nologo
(cd "$work/app" && zip -qr ../app.zip .)
az functionapp deployment source config-zip --resource-group "$resourceGroup" --name "$appName" --src "$work/app.zip" --output none

echo "3/3 events"
"$root/infra/subscribe-events.sh"

cat <<EOF
Drop a file (a new role takes a few minutes to hold), then read what became of it:

  az storage blob upload --auth-mode login --account-name $dataAccountName --container-name incoming \\
    --name harbour-post/first.md --file $root/src/Pipeline.Local/Samples/harbour-post/2026-03-02-ferry.md
  curl -H "x-functions-key: \$(az functionapp keys list -g $resourceGroup -n $appName --query functionKeys.default -o tsv)" $endpoint/articles
EOF
