using 'main.bicep'

// deploy.sh and azd set these; edit the rest here. Every parameter and its default is in main.bicep.
param environment = readEnvironmentVariable('PIPELINE_ENVIRONMENT', 'dev')
param location = readEnvironmentVariable('PIPELINE_LOCATION', readEnvironmentVariable('AZURE_LOCATION', 'westeurope'))

param alertEmails = []
param privateNetwork = false
param monthlyBudget = 100
