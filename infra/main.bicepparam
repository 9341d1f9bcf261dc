using 'main.bicep'

// deploy.sh sets these; edit the rest here. Every parameter and its default is in main.bicep.
param environment = readEnvironmentVariable('PIPELINE_ENVIRONMENT', 'dev')
param location = readEnvironmentVariable('PIPELINE_LOCATION', 'westeurope')

param alertEmails = []
param dropperPrincipalIds = []
param privateNetwork = false
param monthlyBudget = 100
