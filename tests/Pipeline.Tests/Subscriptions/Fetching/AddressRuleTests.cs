using System.Net;
using Pipeline.Subscriptions;
using Pipeline.Subscriptions.Fetching;

namespace Pipeline.Tests.Subscriptions.Fetching;

public class AddressRuleTests
{
    private static readonly AddressRule Strict = new(new SubscriptionSettings());

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("127.8.9.10")]
    [InlineData("0.0.0.0")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("100.64.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("168.63.129.16")]
    [InlineData("192.0.0.192")]
    [InlineData("198.18.0.1")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::")]
    [InlineData("::1")]
    [InlineData("::ffff:127.0.0.1")]
    [InlineData("::ffff:169.254.169.254")]
    [InlineData("::127.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fc00::1")]
    [InlineData("fd00:ec2::254")]
    [InlineData("ff02::1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("64:ff9b::a9fe:a9fe")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001::1")]
    [InlineData("2001:db8::1")]
    public void Refuses_what_is_not_public(string address) => Assert.False(Strict.Allows(IPAddress.Parse(address), isListedLoopback: true));

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("2606:2800:220:1::1")]
    [InlineData("64:ff9b::5db8:d822")]
    [InlineData("::ffff:93.184.216.34")]
    public void Allows_what_is_public(string address) => Assert.True(Strict.Allows(IPAddress.Parse(address), isListedLoopback: false));

    [Fact]
    public void Allows_a_network_that_the_settings_add_and_no_other()
    {
        var rule = new AddressRule(new SubscriptionSettings { AllowedNetworks = ["10.20.0.0/16"] });

        Assert.True(rule.Allows(IPAddress.Parse("10.20.3.4"), false));
        Assert.True(rule.Allows(IPAddress.Parse("::ffff:10.20.3.4"), false));
        Assert.False(rule.Allows(IPAddress.Parse("10.21.3.4"), false));
    }

    [Fact]
    public void Allows_loopback_only_where_a_setting_does_and_the_list_itself_names_it()
    {
        var local = new AddressRule(new SubscriptionSettings { AllowListedLoopback = true });

        Assert.True(local.Allows(IPAddress.Loopback, isListedLoopback: true));
        Assert.False(local.Allows(IPAddress.Loopback, isListedLoopback: false));
        Assert.False(local.Allows(IPAddress.Parse("192.168.1.1"), isListedLoopback: true));
        Assert.True(local.AllowsPort(8123, isListedLoopback: true));
        Assert.False(local.AllowsPort(8123, isListedLoopback: false));
    }

    [Fact]
    public void Asks_the_ports_of_the_web_and_those_of_the_settings()
    {
        Assert.True(Strict.AllowsPort(80, false) && Strict.AllowsPort(443, false));
        Assert.False(Strict.AllowsPort(22, false));
        var wider = new AddressRule(new SubscriptionSettings { Ports = [8443] });
        Assert.True(wider.AllowsPort(8443, false));
        Assert.False(wider.AllowsPort(443, false));
    }
}
