#!/usr/bin/env bash
# Announces dropped files to the published app: waits until the host has made the key of its webhook, then deploys events.bicep.
# Takes the outputs of main.bicep from the environment: resourceGroup, appName, topicName, dataAccountName.
set -euo pipefail

: "${resourceGroup:?}" "${appName:?}" "${topicName:?}" "${dataAccountName:?}"
folder=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

# The host makes the key when it first starts with the app; nothing but whether it is there is read here.
for _ in {1..30}; do
  ready=$(az functionapp keys list --resource-group "$resourceGroup" --name "$appName" \
    --query 'systemKeys.blobs_extension != null' --output tsv || true)
  [[ $ready == true ]] && break
  sleep "${PIPELINE_WAIT_SECONDS:-10}"
done
if [[ $ready != true ]]; then
  echo "The app has not started: its webhook has no key yet. Look at its log (infra/RUNBOOK.md: unreachable), then run this again." >&2
  exit 1
fi
az deployment group create --resource-group "$resourceGroup" --name events --template-file "$folder/events.bicep" \
  --parameters appName="$appName" topicName="$topicName" dataAccountName="$dataAccountName" --output none
