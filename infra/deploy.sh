#!/usr/bin/env bash
# From a subscription to a running pipeline: creates the resources, publishes the app, announces dropped files.
# Shows what would change and asks before it creates anything. Run it again to upgrade.
set -euo pipefail

usage() {
  cat <<'EOF'
Usage: infra/deploy.sh [--environment dev|prod] [--location REGION] [--yes]
Needs: az (signed in, the right subscription chosen), dotnet, zip. Further parameters: infra/main.bicepparam.
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
group=$(output resourceGroup)
app=$(output appName)

echo "2/3 app"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dotnet publish "$root/src/Pipeline.Functions" -c Release -o "$work/app" --nologo
(cd "$work/app" && zip -qr ../app.zip .)
az functionapp deployment source config-zip --resource-group "$group" --name "$app" --src "$work/app.zip" --output none

echo "3/3 events"
# The host makes the key of the webhook when it first starts with the app; nothing but whether it is there is read here.
for _ in {1..30}; do
  ready=$(az functionapp keys list --resource-group "$group" --name "$app" --query 'systemKeys.blobs_extension != null' --output tsv || true)
  [[ $ready == true ]] && break
  sleep "${PIPELINE_WAIT_SECONDS:-10}"
done
az deployment group create --resource-group "$group" --name events --template-file "$root/infra/events.bicep" \
  --parameters appName="$app" topicName="$(output topicName)" dataAccountName="$(output dataAccountName)" --output none

echo "Drop files into $(output incomingUrl)/SOURCE/ and read $(output endpoint)/articles"
